#!/bin/sh
# Writes assembly that carries the named files inside the program, sorted by name:
# a table gisa_data_table of {name, bytes, length} that ends with a null name. NAME=FILE takes FILE for it.
LC_ALL=C
export LC_ALL
echo '.section .rodata'
i=0
for f in "$@"; do
	name=${f%%=*}
	name=${name#corpus/}
	printf '.balign 64\nblob%d: .incbin "%s"\nblob%d_end: .byte 0\nname%d: .asciz "%s"\n' $i "${f#*=}" $i $i "$name"
	i=$((i + 1))
done
echo '.section .data.rel.ro,"aw"'
echo '.balign 8'
echo '.globl gisa_data_table'
echo '.hidden gisa_data_table'
echo 'gisa_data_table:'
j=0
while [ $j -lt $i ]; do
	printf '.quad name%d, blob%d, blob%d_end - blob%d\n' $j $j $j $j
	j=$((j + 1))
done
echo '.quad 0, 0, 0'
echo '.section .note.GNU-stack,"",%progbits'
