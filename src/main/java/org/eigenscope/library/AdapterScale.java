package org.eigenscope.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eigenscope.error.EigenscopeException;
import org.eigenscope.io.MatrixFile;
import org.eigenscope.io.TensorInfo;
import org.eigenscope.io.TensorShape;
import org.eigenscope.io.model.ModelSettings;
import org.eigenscope.progress.CancelToken;
import org.eigenscope.progress.ProgressListener;

/**
 * What an adapter's product is multiplied by: alpha/r, or alpha/√r where the adapter is rank-stabilised, with alpha from a tensor
 * {@code MODULE.alpha}, from {@code adapter_config.json} beside the file, or from the file's own description.
 *
 * @param value a finite number other than 0
 * @param note where it comes from, as a sentence fragment
 */
record AdapterScale(double value, String note) {
    private static final String CONFIG = "adapter_config.json";
    private static final List<String> ALPHA_KEYS = List.of("lora_alpha", "ss_network_alpha");
    private static final List<String> MAGNITUDES = List.of("lora_magnitude_vector", "dora_scale");

    /**
     * The tensor of DoRA's magnitudes beside a factor.
     *
     * @param module the factor's name up to the word that makes it one
     */
    static Optional<TensorInfo> magnitude(Map<String, TensorInfo> byName, String module, String factor) {
        int dot = factor.indexOf('.', module.length());
        String suffix = dot < 0 ? "" : factor.substring(dot);
        return MAGNITUDES.stream()
                .flatMap(word -> Stream.of("", suffix, suffix.replaceFirst("\\.weight$", ""), ".weight")
                        .map(end -> byName.get(module + word + end)))
                .filter(found -> found != null && found.hasEntries())
                .findFirst();
    }

    /** Finds the scales of one file's adapters. */
    static final class Finder {
        private final MatrixFile file;
        private final Map<String, TensorInfo> byName;
        private Optional<Config> config = Optional.empty();

        Finder(MatrixFile file, Map<String, TensorInfo> byName) {
            this.file = file;
            this.byName = byName;
        }

        /** What {@code adapter_config.json} says: all of it, and what it says of single modules and of MLX's layers. */
        private record Config(Map<String, String> whole, Map<String, String> alphas, Map<String, String> mlx) {}

        /**
         * The scale of one product; empty if it is 0, so that nothing is added.
         *
         * @param module the factor's name up to the word that makes it one
         * @param factor the factor's name
         * @param rank r; 0 where no factor tells it
         */
        Optional<AdapterScale> find(String module, String factor, long rank) {
            AdapterScale scale = found(module, factor, rank);
            boolean isDora = magnitude(byName, module, factor).isPresent();
            if (isDora) {
                scale = new AdapterScale(
                        scale.value(),
                        scale.note()
                                + "; DoRA: what is added to W before its magnitudes set the norms of the sum, which needs W");
            }
            return Optional.of(scale).filter(found -> found.value() != 0 && Double.isFinite(found.value()));
        }

        private AdapterScale found(String module, String factor, long rank) {
            Optional<Double> tensor = alphaTensor(module + "alpha")
                    .or(() -> alphaTensor(factor.replaceFirst("\\.down(\\.weight)?$", ".alpha")));
            if (tensor.isPresent()) {
                if (rank == 0) {
                    // both factors of LoKr are whole: then LyCORIS sets alpha to r
                    return new AdapterScale(1, "times 1, since no factor of it is a product");
                }
                return ofAlpha(tensor.get(), rank, false, "from its tensor alpha");
            }
            Config settings = config();
            boolean isMlx = factor.contains("lora_b");
            Optional<Double> direct = isMlx ? number(settings.mlx().get("scale")) : Optional.empty();
            if (direct.isPresent()) {
                return new AdapterScale(direct.get(), "times " + direct.get() + ", from " + CONFIG);
            }
            Optional<Double> alpha = configured(module, settings);
            long known = rank > 0
                    ? rank
                    : number(settings.whole().get("r")).orElse(0.0).longValue();
            if (alpha.isPresent() && known > 0) {
                boolean stabilised =
                        settings.whole().getOrDefault("use_rslora", "false").equals("true");
                return ofAlpha(alpha.get(), known, stabilised, "from " + CONFIG);
            }
            for (String key : ALPHA_KEYS) {
                Optional<Double> own = number(file.metadata().get(key));
                if (own.isPresent() && own.get() > 0 && rank > 0) {
                    return ofAlpha(own.get(), rank, false, "from the file's " + key);
                }
            }
            return new AdapterScale(1, "scaling 1, since the file tells no alpha");
        }

        private static AdapterScale ofAlpha(double alpha, long rank, boolean stabilised, String source) {
            double scale = alpha / (stabilised ? Math.sqrt(rank) : rank);
            return new AdapterScale(scale, "times alpha/" + (stabilised ? "√r" : "r") + " = " + scale + ", " + source);
        }

        /** The tensor beside a factor that holds alpha as a single number. */
        private Optional<Double> alphaTensor(String name) {
            TensorInfo info = byName.get(name);
            if (info == null || !info.hasEntries() || TensorShape.countEntries(info.shape()) != 1) {
                return Optional.empty();
            }
            try {
                return Optional.of(file.entries(info.name(), 0, 1, ProgressListener.NONE, CancelToken.NONE)[0]);
            } catch (EigenscopeException unreadable) {
                return Optional.empty();
            }
        }

        private static Optional<Double> configured(String module, Config settings) {
            String name = module.endsWith(".") ? module.substring(0, module.length() - 1) : module;
            return settings.alphas().entrySet().stream()
                    .filter(entry -> name.equals(entry.getKey()) || name.endsWith("." + entry.getKey()))
                    .findFirst()
                    .flatMap(entry -> number(entry.getValue()))
                    .or(() -> number(settings.whole().get("lora_alpha")))
                    // of PEFT's LoHa and LoKr
                    .or(() -> number(settings.whole().get("alpha")));
        }

        private Config config() {
            if (config.isEmpty()) {
                config = Optional.of(new Config(
                        ModelSettings.beside(file.path(), CONFIG, ""),
                        ModelSettings.beside(file.path(), CONFIG, "alpha_pattern"),
                        ModelSettings.beside(file.path(), CONFIG, "lora_parameters")));
            }
            return config.get();
        }

        private static Optional<Double> number(String text) {
            return text != null && text.matches("-?\\d{1,9}(\\.\\d{1,17})?([eE]-?\\d{1,2})?")
                    ? Optional.of(Double.valueOf(text))
                    : Optional.empty();
        }
    }
}
