#!/bin/sh
# SPDX-License-Identifier: MIT
# Leeway has no network code: nothing of it calls the network, however it is started, nor
# the desktop's bus, which is how programs notify.
#
# check_network.sh LIBRARY...
set -eu
export LC_ALL=C

NETWORK='^(socket|socketpair|connect|bind|listen|accept4?|send(to|msg|mmsg)?|recv(from|msg|mmsg)?'
NETWORK="$NETWORK|getaddrinfo|getnameinfo|gethostby.*|res_.*|inet_.*|curl_.*|SDLNet_.*"
NETWORK="$NETWORK|notify_.*|dbus_.*|sd_bus_.*|g_dbus_.*|g_notification_.*)\$"

called=$(nm -A -u "$@")
found=$(echo "$called" | awk -v network="$NETWORK" '$NF ~ network { print $1, "calls", $NF }')
if [ -n "$found" ]; then
    echo "$found" >&2
    exit 1
fi
