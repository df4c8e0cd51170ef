package org.eigenscope.network.feature;

import org.eigenscope.network.data.DataSet;
import org.eigenscope.network.model.Loss;
import org.eigenscope.network.model.Network;

/**
 * A network at some parameters, on some samples: where feature matrices are taken.
 *
 * @param network the network
 * @param parameters all its parameters
 * @param data the samples, with targets where a loss is asked for
 * @param loss whose mean over the samples has the Hessian
 */
public record Evaluation(Network network, double[] parameters, DataSet data, Loss loss) {
    /** @throws IllegalArgumentException if they do not fit to each other */
    public Evaluation {
        if (parameters.length != network.parameterCount()
                || data.shape().size() != network.input().size()) {
            throw new IllegalArgumentException(parameters.length + " parameters and samples of shape " + data.shape()
                    + " for the network " + network.id());
        }
        parameters = parameters.clone();
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    /** How many samples there are. */
    public int samples() {
        return data.count();
    }
}
