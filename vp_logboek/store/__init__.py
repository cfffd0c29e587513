"""The one encrypted file: the only home of sqlcipher3 and argon2."""
