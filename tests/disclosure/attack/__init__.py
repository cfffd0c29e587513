"""An attacker of the tests' own: plain enumeration over what is printed. It shares no code with the
protector, and no idea of how the protector chooses.
"""
