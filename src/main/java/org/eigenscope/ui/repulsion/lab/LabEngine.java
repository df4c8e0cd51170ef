package org.eigenscope.ui.repulsion.lab;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.eigenscope.ensemble.gas.Force;
import org.eigenscope.ensemble.gas.LangevinGas;
import org.eigenscope.ensemble.gas.LogGas;
import org.eigenscope.ensemble.gas.StationaryWalk;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.law.family.Orientation;

/**
 * Keeps the eigenvalues between frames and makes the next frame. Belongs to one background thread at a time; takes as long
 * as a step of the dynamics.
 */
final class LabEngine {
    /** The most pairs of eigenvalues that one frame computes forces of, which takes a few milliseconds. */
    private static final int PAIRS = 2_000_000;

    private static final int MOST_SWEEPS = 12;

    /** The time that the other eigenvalues move on per frame while one is pulled, whether the dynamics plays or not. */
    private static final double PULLED = 0.02;

    private final FramePainter painter = new FramePainter();
    private LabSettings settings;
    private SplittableRandom random;
    private StationaryWalk walk;
    private LangevinGas gas;

    /** Makes the next frame: moves the eigenvalues as the request says and draws them. */
    LabFrame next(LabRequest request) throws EigenscopeException {
        adopt(request.settings());
        boolean pulled = request.pull().isPresent();
        if (settings.dynamics() == LabSettings.Dynamics.WALK && !pulled) {
            gas = null;
            if (request.advance() > 0) {
                walk.advance(request.advance());
            }
            return painter.paint(settings, oriented(walk.eigenvalues()), Optional.empty());
        }
        moveGas(request);
        return painter.paint(settings, oriented(gas.ascending()), held());
    }

    private void adopt(LabSettings next) throws EigenscopeException {
        boolean afresh = settings == null || !next.draw().equals(settings.draw()) || next.size() != settings.size();
        if (afresh) {
            random = new SplittableRandom(next.draw().mixed());
            walk = StationaryWalk.of(next.model(), random);
            gas = null;
        } else if (!next.sameEnsemble(settings)) {
            walk.transportTo(next.model());
            // a rigid gas would need very long to reach its new law, so it starts again from the matrix's draw of that
            // law
            boolean held = gas != null && gas.held().isPresent();
            gas = held ? gas.under(new LogGas(next.model())) : null;
        }
        settings = next;
    }

    private void moveGas(LabRequest request) throws EigenscopeException {
        if (gas == null) {
            gas = LangevinGas.of(new LogGas(settings.model()), walk.eigenvalues(), random);
        }
        request.pull().ifPresentOrElse(this::hold, gas::release);
        double pace = Math.max(request.advance(), request.pull().isPresent() ? PULLED : 0);
        if (pace > 0) {
            int size = settings.size();
            int sweeps = Math.max(1, Math.min(MOST_SWEEPS, PAIRS / (size * size)));
            for (int i = 0; i < sweeps; i++) {
                gas.sweep(gas.naturalStep() * Math.min(1, pace));
            }
        }
    }

    private void hold(LabRequest.Pull pull) {
        OptionalInt held = gas.held();
        gas.hold(held.isPresent() ? held.getAsInt() : nearest(standard(pull.grabbed())), standard(pull.target()));
    }

    private int nearest(double x) {
        double[] values = gas.values();
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(Math.log(values[i] / x)) < Math.abs(Math.log(values[best] / x))) {
                best = i;
            }
        }
        return best;
    }

    private Optional<LabFrame.Held> held() {
        OptionalInt held = gas.held();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        double x = gas.values()[held.getAsInt()];
        Force force = gas.forceOn(held.getAsInt());
        boolean inverse = settings.orientation() == Orientation.INVERSE;
        return Optional.of(new LabFrame.Held(inverse ? 1 / x : x, inverse ? force.inverted() : force));
    }

    private double standard(double lambda) {
        double x = settings.orientation() == Orientation.INVERSE ? 1 / lambda : lambda;
        return Math.max(Double.MIN_NORMAL, Math.min(1e300, x));
    }

    private double[] oriented(double[] ascending) {
        if (settings.orientation() == Orientation.DIRECT) {
            return ascending;
        }
        return Arrays.stream(ascending)
                .map(x -> Math.min(1 / x, Double.MAX_VALUE))
                .sorted()
                .toArray();
    }
}
