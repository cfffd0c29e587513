"""A strict reader of exactly the PDF that this program writes, and of nothing else.

A usual reader forgives: it skips what it does not know, and what nobody looks at may then hold
anything. This one accounts for every byte, in order, and refuses the file at the first that is not
where our writer puts it. It shares no code with the writer.
"""
