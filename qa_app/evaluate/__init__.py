"""Figures of the judgement guide's section 6, from labelled files and the program's own judgements."""
