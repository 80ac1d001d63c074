"""The version, once: the package's metadata is read from here (reading it back costs time)."""

VERSION = "0.1.0"
