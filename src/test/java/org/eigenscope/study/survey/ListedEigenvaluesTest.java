package org.eigenscope.study.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.library.DerivedFile;
import org.eigenscope.library.MatrixFileOpener;
import org.eigenscope.progress.CancelToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedEigenvaluesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "fc1.weight.eigenvalues, fc1.weight",
        "h.0.attn.c_attn.weight/evals, h.0.attn.c_attn.weight",
        "encoder.layer.0.fc2.singular_values, encoder.layer.0.fc2",
        "ntk.EIG, ntk",
        "ck.fc1_esd, ck.fc1",
        "eigenvalues, eigenvalues",
        "fc1.weight, fc1.weight",
        "fc1.eigenvalues.0, fc1.eigenvalues.0"
    })
    void theMatrixHasTheNameWithoutWhatSaysThatItIsAList(String tensor, String matrix) {
        assertThat(ListedEigenvalues.matrixName(tensor)).isEqualTo(matrix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encoder.layer.0.attention.output.LayerNorm.weight",
                "transformer.h.3.ln_1.weight",
                "model.norm.weight",
                "bn1.weight",
                "blocks.2.lambda_1",
                "blocks.2.gamma",
                "height",
                "neighbours",
                "freight.eight"
            })
    void theScalesOfALayerBesideMatricesAreNoList(String name) throws Exception {
        DerivedFile file = file("fc.weight", name);
        assertThat(ListedEigenvalues.isList(file, file.tensors().get(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fc.weight.eigenvalues",
                "fc.weight_eigs",
                "topEigenvalues",
                "eig",
                "fc.eig.0",
                "fc/evals",
                "fc.singular_values",
                "eigvals_fc",
                "fc.esd"
            })
    void aNameThatSaysSoMakesAListBesideMatrices(String name) throws Exception {
        DerivedFile file = file("fc.weight", name);
        assertThat(ListedEigenvalues.isList(file, file.tensors().get(1))).isTrue();
    }

    @Test
    void lambdasAreAListWhereThereIsNoMatrix() throws Exception {
        DerivedFile file = file("bias", "fc.lambdas");
        assertThat(ListedEigenvalues.isList(file, file.tensors().get(1))).isTrue();
    }

    /** A file whose first tensor is a matrix if its name ends in "weight", and whose second is a vector. */
    private DerivedFile file(String first, String second) throws Exception {
        String shape = first.endsWith("weight") ? "[2,2]" : "[4]";
        String header = String.format(
                "{\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[0,16]},"
                        + "\"%s\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[16,32]}}",
                first, shape, second);
        byte[] described = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + described.length + 32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(described.length).put(described);
        for (int i = 0; i < 8; i++) {
            bytes.putFloat(i + 1);
        }
        Path path = Files.write(folder.resolve("w.safetensors"), bytes.array());
        return DerivedFile.over(new MatrixFileOpener().open(path, CancelToken.NONE));
    }
}
