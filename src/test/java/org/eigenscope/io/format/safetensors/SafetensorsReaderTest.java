package org.eigenscope.io.format.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eigenscope.error.BadInputException;
import org.eigenscope.io.TestFiles;
import org.eigenscope.io.registry.MatrixFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
    @TempDir
    Path folder;

    @Test
    void spacesAfterTheHeaderAreAllowed() throws Exception {
        Path path = file("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,2],\"data_offsets\":[0,16]}}    ", 16);
        assertThat(TestFiles.read(path, "w").columns()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,17]}}|takes 16 bytes, but 17 are declared",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[20,36]}}|truncated or damaged",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[16,0]}}|truncated or damaged",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[-16,0]}}|negative size",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,9223372036854775807]}}|truncated or damaged",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,9223372036854775808]}}|damaged safetensors header",
                "{'w':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,16]}}|impossible shape",
                "{'w':{'dtype':'F32','shape':[2,2.5],'data_offsets':[0,16]}}|no whole number",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0]}}|1 data_offsets instead of 2",
                "{'w':{'dtype':'F32','shape':[2,2]}}|lacks dtype, shape or data_offsets",
                "{'w':{'dtype':4,'shape':[2,2],'data_offsets':[0,16]}}|is not a string",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16],'x':1}}|unknown key 'x'",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},'w':{}}|Duplicate field 'w'",
                "{'a':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]},'b':{'dtype':'F32','shape':[2,2],'data_offsets':[12,28]}}|overlap",
                "{'w':[[[[[[[[1]]]]]]]]}|is not an object",
                "{'__metadata__':{'a':{'b':1}}}|is not a string",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]}} x|damaged",
                "{'w':{'dtype':'F32','shape':[2,2],'data_offsets':[0,16]}|damaged safetensors header",
            })
    void deceitfulHeaderIsRefused(String header, String words) throws Exception {
        Path path = file(header.replace('\'', '"'), 32);
        String message = words.replace('\'', '"');
        assertThatThrownBy(() -> MatrixFiles.open(path))
                .isInstanceOf(BadInputException.class)
                .satisfies(e -> assertThat(e.getMessage().replace('\'', '"')).contains(message));
    }

    @Test
    void headerLongerThanTheFileIsRefused() throws Exception {
        Path path = file("{}", 10);
        byte[] bytes = Files.readAllBytes(path);
        bytes[1] = 1;
        Files.write(path, bytes);
        assertThatThrownBy(() -> MatrixFiles.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("declares a header of 258 bytes, but only 12 follow");
    }

    @Test
    void readerOfItsNamesakeSaysWhatIsWrong() throws Exception {
        Path path = Files.write(folder.resolve("x.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0});
        assertThatThrownBy(() -> MatrixFiles.open(path))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not a safetensors file: it declares a header of 18446744073709551615 bytes");
    }

    @Test
    void tensorsNeedNotFillTheFile() throws Exception {
        Path path = file("{\"w\":{\"dtype\":\"U8\",\"shape\":[2,2],\"data_offsets\":[3,7]}}", 32);
        assertThat(TestFiles.read(path, "w").rows()).isEqualTo(2);
    }

    private Path file(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json);
        return Files.write(folder.resolve("x.safetensors"), bytes.array());
    }
}
