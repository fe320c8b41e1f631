;; SPDX-License-Identifier: MIT
;; How festival reads the cues: which sounds, and where it pauses. It speaks nothing here;
;; (write_labels TEXT PATH) writes what hts_engine is to say.

(voice_cmu_us_slt_arctic_hts)

;; Pauses stand where the punctuation is, and nowhere else.
(set! phrase_cart_tree simple_phrase_cart_tree)
(Parameter.set 'Phrase_Method 'cart_tree)

;; Where the dictionary is wrong, or has the letter instead of the word.
(lex.add.entry '("a" nil (((ax) 0))))
(lex.add.entry '("forearms" nil (((f ao r) 1) ((aa r m z) 0))))
(lex.add.entry '("furthest" nil (((f er) 1) ((dh ax s t) 0))))
(lex.add.entry '("unclear" nil (((ah n) 0) ((k l ih r) 1))))
(lex.add.entry '("uneven" nil (((ah n) 0) ((iy) 1) ((v ax n) 0))))
(lex.add.entry '("unknown" nil (((ah n) 0) ((n ow n) 1))))
(lex.add.entry '("unsure" nil (((ah n) 0) ((sh uh r) 1))))

;; The other "the" before a vowel, as in "the edge".
(define (last_segment word)
  (item.relation (item.daughtern (item.relation.daughtern word 'SylStructure)) 'Segment))

(define (mend_the word)
  (let ((last (last_segment word)))
    (if (string-equal "+" (item.feat last "n.ph_vc"))
        (item.set_feat last "name" "iy"))))

(define (mend_each_the utt)
  (mapcar
   (lambda (word)
     (if (string-equal "the" (downcase (item.name word)))
         (mend_the word)))
   (utt.relation.items utt 'Word))
  utt)

(set! postlex_rules_hooks (append postlex_rules_hooks (list mend_each_the)))

(define (write_labels text path)
  (hts_dump_feats (utt.synth (eval (list 'Utterance 'Text text))) hts_feats_list path))
