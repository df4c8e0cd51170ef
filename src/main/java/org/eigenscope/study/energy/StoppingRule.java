package org.eigenscope.study.energy;

import java.util.List;
import java.util.OptionalInt;

/** When the free energy says that training is to stop: at the first step of a series with h ≤ h*. */
public final class StoppingRule {
    private StoppingRule() {}

    /**
     * The place in a series of the first step with h ≤ h*; empty if there is none.
     *
     * @param series the energies of the steps, in order
     * @param regulariser λ_r, one for the whole series, such as 1/tr of its best step
     */
    public static OptionalInt firstStop(List<FreeEnergy> series, double regulariser) {
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).h() <= series.get(i).critical(regulariser)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
