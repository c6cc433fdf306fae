"""Standing in line: served in the order of arrival, also after somebody who failed."""

import threading
import time

from lms.trainings.services.sqlite_queue import WriteQueue


def test_everybody_is_served_in_the_order_of_arrival():
    line, served, threads = WriteQueue(), [], []

    def come(number):
        with line.turn():
            served.append(number)

    with line.turn():
        for number in range(20):
            threads.append(threading.Thread(target=come, args=[number]))
            threads[-1].start()
            while len(line._waiting) <= number:
                time.sleep(0.001)
    for thread in threads:
        thread.join(5)

    assert served == list(range(20))


def test_somebody_who_fails_still_calls_the_next():
    line = WriteQueue()
    try:
        with line.turn():
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass

    with line.turn():
        assert True
