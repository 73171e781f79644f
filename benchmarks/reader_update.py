"""Run by the environment that has reader: DATABASE ADDRESS… subscribes, DATABASE alone updates all, due or not."""

import sys

from reader import make_reader

reader = make_reader(sys.argv[1])
if sys.argv[2:]:
    for address in sys.argv[2:]:
        reader.add_feed(address)
else:
    reader.update_feeds(scheduled=False, workers=10)
