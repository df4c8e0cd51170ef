package org.eigenscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.cli.console.Console;
import org.eigenscope.cli.console.DataOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandTreeTest {
    private static CommandTree tree() {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                new DataOutput(new ByteArrayOutputStream()),
                new PrintWriter(new StringWriter()));
        return new CommandTree(console, files -> Optional.empty(), Runnable::run, new ServeNowhere());
    }

    static Stream<String> names() {
        return tree().whole().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLineThatBeginsWithACommandNeedsThatCommandAlone(String name) {
        CommandLine needed = tree().neededFor(List.of(name, "fit", "--json"));
        assertThat(needed.getSubcommands()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandAloneHasTheNameAndTheHelpItHasAmongAll(String name) {
        CommandLine alone = tree().neededFor(List.of(name)).getSubcommands().get(name);
        CommandLine amongAll = tree().whole().getSubcommands().get(name);
        assertThat(alone.getCommandName()).isEqualTo(name);
        assertThat(alone.getUsageMessage()).isEqualTo(amongAll.getUsageMessage());
    }

    @Test
    void filesAloneNeedNoCommand(@TempDir Path folder) throws IOException {
        String file = Files.createFile(folder.resolve("w.npy")).toString();
        assertThat(tree().neededFor(List.of(file, folder + "#layer")).getSubcommands())
                .isEmpty();
        assertThat(tree().neededFor(List.of(file, "fit")).getSubcommands()).containsKey("fit");
        assertThat(tree().neededFor(List.of(file, "--help")).getSubcommands()).containsKey("fit");
    }

    @Test
    void helpAndWordsThatAreNoCommandNeedAll() {
        List<String> all = new ArrayList<>(tree().whole().getSubcommands().keySet());
        for (List<String> line : List.of(
                List.<String>of(), List.of("--help"), List.of("inof"), List.of("FIT"), List.of("file.npy", "fit"))) {
            assertThat(tree().neededFor(line).getSubcommands().keySet()).containsExactlyElementsOf(all);
        }
    }
}
