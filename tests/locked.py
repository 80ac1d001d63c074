"""A PDF that opens with a password only."""

import hashlib
import re

PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def scramble(key, data):
    """RC4, there and back."""
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def lock_pdf(data, password):
    """Lock every string and stream (standard security handler, revision 2)."""
    padded = (password.encode() + PADDING)[:32]
    owner = scramble(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + b"\0").digest()[:5]

    def lock(match):
        number, inside, stream = match.groups()
        own = hashlib.md5(key + int(number).to_bytes(3, "little") + b"\0\0").digest()[:10]
        text = re.sub(rb"\((\w+)\)", lambda s: b"<%s>" % scramble(own, s[1]).hex().encode(), inside)
        if stream:
            text += b"stream\n%s\nendstream\n" % scramble(own, stream)
        return b"%s 0 obj%sendobj" % (number, text)

    an_object = re.compile(rb"(\d+) 0 obj(.*?)(?:stream\n(.*?)\nendstream\n)?endobj", re.DOTALL)
    entries = f"/V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{scramble(key, PADDING).hex()}>"
    lock_entry = f"trailer << /Encrypt << /Filter /Standard {entries} >> /ID [<00><00>]"
    return an_object.sub(lock, data).replace(b"trailer <<", lock_entry.encode())
