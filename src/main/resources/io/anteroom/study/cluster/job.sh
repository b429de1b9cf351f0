#!/bin/sh
# The sweep %1$s by GNU parallel. More options of it may follow, such as
# --sshlogin a,b for other machines, which need the same folder and launcher.
# %4$s
anteroom=${ANTEROOM:-%6$s}
seq 1 %2$d | exec parallel --jobs %5$s --joblog '%3$s/parallel.log' "$@" \
  "$anteroom" cell "'%3$s'" {} --quiet
