"""What a terminal of so many columns and 24 lines shows of a command.

usage: terminal.py COLUMNS PROGRAM ARGS...
"""
import fcntl
import os
import pty
import struct
import sys
import termios


def show(command, columns, stdin=None, env=None):
    """The exit code (or minus the signal) of a command and the bytes that it wrote. stdin: a file;
    without one it is the terminal itself."""
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        if stdin:
            os.dup2(os.open(stdin, os.O_RDONLY), 0)
        os.execvpe(command[0], command, os.environ if env is None else env)
    out = b""
    while True:
        try:
            data = os.read(fd, 65536)
        except OSError:
            break
        if not data:
            break
        out += data
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), out.replace(b"\r\n", b"\n")


if __name__ == "__main__":
    sys.stdout.write(show(sys.argv[2:], int(sys.argv[1]))[1].decode())
