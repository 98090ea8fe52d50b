"""Serves a file at /cam by gst-rtsp-server, prints the port, and ends when its standard input does.

With --check it only prints GStreamer's version, and fails where something is missing.
"""
import argparse
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

ELEMENTS = {
    "H264": ["h264parse", "rtph264pay name=pay0 pt=96 config-interval=-1"],
    "H265": ["h265parse", "rtph265pay name=pay0 pt=96 config-interval=-1"],
    "JPEG": ["jpegparse", "rtpjpegpay name=pay0 pt=26"],
}

words = argparse.ArgumentParser()
words.add_argument("file", nargs="?")
words.add_argument("--codec", choices=ELEMENTS, default="H264")
words.add_argument("--login", nargs=2, metavar=("USER", "PASSWORD"), help="ask for it by Digest")
words.add_argument("--check", action="store_true")
given = words.parse_args()

Gst.init(None)
if given.check:
    needed = ["qtdemux"] + [each.split()[0] for line in ELEMENTS.values() for each in line]
    missing = [each for each in needed if not Gst.ElementFactory.find(each)]
    if missing:
        sys.exit(f"no {missing}")
    print(Gst.version_string())
    sys.exit()

factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch(f'( filesrc location="{given.file}" ! qtdemux ! {" ! ".join(ELEMENTS[given.codec])} )')
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service("0")
if given.login:
    permissions = GstRtspServer.RTSPPermissions()
    for permission in ("media.factory.access", "media.factory.construct"):
        permissions.add_permission_for_role("viewer", permission, True)
    factory.set_permissions(permissions)
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
    auth.add_digest(*given.login, token)
    server.set_auth(auth)
server.get_mount_points().add_factory("/cam", factory)
server.attach(None)
print(server.get_bound_port(), flush=True)

loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, lambda *_: loop.quit())
loop.run()
