package org.eigenscope.io.format.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraphScopesTest {
    private final GraphScopes scopes = new GraphScopes();

    @Test
    void valuesOfTwoBranchesUnderOneNameStayApart() {
        scopes.nest("if/then", "");
        scopes.nest("if/else", "");
        String then = scopes.declare("if/then", "scale");
        String otherwise = scopes.declare("if/else", "scale");
        assertThat(then).isNotEqualTo(otherwise);
        assertThat(scopes.resolve("if/then", "scale")).isEqualTo(then);
        assertThat(scopes.resolve("if/else", "scale")).isEqualTo(otherwise);
    }

    @Test
    void nodeMeansTheNearestGraphsValue() {
        scopes.nest("loop/body", "");
        scopes.nest("loop/body/if/then", "loop/body");
        String near = scopes.declare("loop/body", "weight");
        scopes.declare("", "weight");
        assertThat(scopes.resolve("loop/body/if/then", "weight")).isEqualTo(near);
    }

    @Test
    void valueOfTheModelsOwnGraphKeepsItsName() {
        scopes.nest("if/then", "");
        assertThat(scopes.declare("", "weight")).isEqualTo("weight");
        assertThat(scopes.resolve("if/then", "weight")).isEqualTo("weight");
    }
}
