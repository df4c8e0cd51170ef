"""What was compared, a line each."""
import math

import numpy as np


class Report:
    def __init__(self):
        self.passed, self.failed = [], []

    def _line(self, name, good, words):
        (self.passed if good else self.failed).append(name)
        print(f"{'ok  ' if good else 'FAIL'}  {name}: {words}", flush=True)

    def near(self, name, theirs, own, tolerance, relative=True):
        """Two numbers; the tolerance is relative to the own one unless said otherwise."""
        theirs, own = float(theirs), float(own)
        scale = abs(own) if relative else 1.0
        good = theirs == own or abs(theirs - own) <= tolerance * scale
        kind = "relative" if relative else "absolute"
        self._line(name, good, f"{theirs:.12g}, own {own:.12g}, tolerance {tolerance:.1g} {kind}")

    def arrays(self, name, theirs, own, tolerance, relative=True):
        """Many numbers; the line has the pair that is furthest apart."""
        theirs, own = np.asarray(theirs, float).ravel(), np.asarray(own, float).ravel()
        if theirs.shape != own.shape or not len(own):
            self._line(name, False, f"{len(theirs)} numbers, own {len(own)}")
            return
        with np.errstate(invalid="ignore", divide="ignore"):
            apart = np.where(theirs == own, 0.0, np.abs(theirs - own) / (np.abs(own) if relative else 1.0))
        apart = np.where(np.isnan(apart), np.inf, apart)
        worst = int(np.argmax(apart))
        kind = "relative" if relative else "absolute"
        words = f"{len(own)} numbers, worst {theirs[worst]:.12g}, own {own[worst]:.12g}, tolerance {tolerance:.1g} {kind}"
        self._line(name, apart[worst] <= tolerance, words)

    def within(self, name, theirs, own, error, errors=4.5):
        """An estimate against an expected value, so many standard errors apart at most."""
        z = (float(theirs) - float(own)) / error
        words = f"{float(theirs):.8g}, own {float(own):.8g}, {z:+.2f} standard errors of {error:.2g}, at most {errors}"
        self._line(name, math.isfinite(z) and abs(z) <= errors, words)

    def same(self, name, theirs, own):
        """Words, or whole numbers."""
        self._line(name, theirs == own, f"{theirs}, own {own}")

    def one_of(self, name, theirs, own):
        self._line(name, theirs in own, f"{theirs}, own {' or '.join(map(str, own))}")

    def broken(self, name, error):
        self._line(name, False, f"{type(error).__name__}: {error}")

    def summary(self):
        print(f"{len(self.passed)} checks passed, {len(self.failed)} failed.")
        for name in self.failed:
            print(f"  failed: {name}")
