"""How gunicorn serves the site; each figure by environment, the defaults for one small machine."""

import gc
import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
# Loaded once, before the workers are forked: they share its memory. (A changed program therefore needs a restart.)
preload_app = True
timeout = 60
graceful_timeout = 15
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
# Which front servers may say that a request came by HTTPS.
forwarded_allow_ips = os.environ.get("TRUSTED_PROXIES", "127.0.0.1")
control_socket_disable = True
accesslog = os.environ.get("ACCESS_LOG") or None
errorlog = "-"
loglevel = "warning"


def when_ready(server):
    """Before the first fork: the collector must not write to objects that the workers would otherwise share."""
    gc.collect()
    gc.freeze()
