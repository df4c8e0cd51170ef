package org.eigenscope.io.format.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.format.pickle.Pickles;
import org.eigenscope.io.format.pickle.PyValue;
import org.junit.jupiter.api.Test;

class TensorWalkTest {
    /** A tensor that is recognised without a storage, kept in memo 9. */
    private static final String TENSOR = "ctorch._utils\n_rebuild_sparse_tensor\n)Rq\11";

    private static PyValue load(String latin1) throws Exception {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return Pickles.in(new ByteArrayInputStream(bytes), bytes.length).next();
    }

    private static List<String> names(String pickle) throws Exception {
        return TensorWalk.tensors(load(pickle), "x.pt", pickle.length()).stream()
                .map(PickledTensor::name)
                .toList();
    }

    @Test
    void keysAndIndicesMakeNames() throws Exception {
        assertThat(names("}U\1a(" + TENSOR + "h\11ls.")).containsExactly("a.0", "a.1");
    }

    @Test
    void objectsOfUnknownClassesAreSearched() throws Exception {
        assertThat(names("csecret\nClass\n" + TENSOR + "\u0085R}U\1sh\11sb.")).containsExactly("0", "s");
    }

    @Test
    void modulesNameTheirTensorsAsTheirStateDictionaryDoes() throws Exception {
        String layer = "cm\nLinear\n)R}U\13_parameters}U\6weight" + TENSOR + "ssb";
        assertThat(names("cm\nNet\n)R}U\10_modules}U\3fc1" + layer + "ssb.")).containsExactly("fc1.weight");
    }

    @Test
    void listThatContainsItselfIsWalkedOnce() throws Exception {
        assertThat(names("]q\0h\0a" + TENSOR + "a.")).containsExactly("1");
    }

    @Test
    void sharingThatMakesPathsCountlessIsRefused() {
        String doubled = "h\0h\0\u0086q\0";
        assertThatThrownBy(() -> names(TENSOR + "0Nq\0" + "]q\0" + doubled.repeat(60) + "."))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("under more names than a file of its size can");
    }

    @Test
    void nestingDeeperThanAnyNetworkEndsTheWalk() throws Exception {
        assertThat(names(TENSOR + "\u0085".repeat(100_000) + ".")).isEmpty();
    }

    @Test
    void numbersAndShortTextsOfTheOutermostDictionaryAreFacts() throws Exception {
        assertThat(TensorWalk.facts(load("}U\5epochK\7sU\4lossF0.5\nsU\4list]s.")))
                .containsEntry("epoch", "7")
                .containsEntry("loss", "0.5")
                .hasSize(2);
    }
}
