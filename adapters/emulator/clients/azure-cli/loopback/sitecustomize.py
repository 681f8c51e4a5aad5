"""Lets a Python program find every name under localhost on this machine, as RFC 6761 (6.3) has it.

Many resolvers know `localhost` alone and not NAME.vault.localhost, where a served emulator has its vaults. A Python
that has this folder on its PYTHONPATH loads this file at its start.
"""

import socket

_getaddrinfo = socket.getaddrinfo


def _loopback(host, *arguments, **named):
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and name.rstrip(".").lower().endswith(".localhost"):
        name = "localhost"
    return _getaddrinfo(name, *arguments, **named)


socket.getaddrinfo = _loopback
