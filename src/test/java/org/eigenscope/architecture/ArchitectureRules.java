package org.eigenscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The layering, as rules with their reasons. They are written for a base package, so that the same rules can be shown
 * to catch {@link PlantedViolations}.
 */
final class ArchitectureRules {
    private static final String[] MUTABLE_HOLDERS = {
        "java.util.concurrent.atomic..", "java.util.concurrent.locks..", "javafx.beans.property.."
    };

    private final String base;

    ArchitectureRules(String basePackage) {
        this.base = basePackage;
    }

    /** Every rule, under a name that reads as a sentence. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("every class lives in a package of the table", everyClassInTheTable());
        PackageTable.mayUse()
                .forEach((name, allowed) -> rules.put(name + " keeps to its row of the table", row(name, allowed)));
        rules.put("packages have no cycles", noCycles("(**)"));
        rules.put("top-level packages have no cycles", noCycles("(*).."));
        LibraryHome.ALL.forEach(library -> rules.put(library.sentence(), confined(library)));
        rules.put("only cli and Launcher write to the console", consoleOnlyInCli());
        rules.put("only bridge knows connections", connectionsOnlyInBridge());
        rules.put("only bridge fetches what an address names", addressesOnlyInBridge());
        rules.put("models know properties and collections only", modelsWithoutToolkit());
        rules.put("only app creates threads", threadsOnlyInApp());
        rules.put("static fields are final", staticFieldsAreFinal());
        rules.put("static fields hold no changing state", staticFieldsHoldNoState());
        return rules;
    }

    private ArchRule everyClassInTheTable() {
        return classes()
                .should()
                .resideInAnyPackage(names(PackageTable.mayUse().keySet()).toArray(String[]::new))
                .because("a new package needs a row in the table first: what it owns and what it may use")
                .allowEmptyShould(true);
    }

    private ArchRule row(String name, List<String> allowed) {
        List<String> own = Stream.concat(Stream.of(name), allowed.stream()).toList();
        return noClasses()
                .that()
                .resideInAPackage(names(List.of(name)).iterator().next())
                .should()
                .dependOnClassesThat(outside(names(own)))
                .because("the table of the design allows " + name + " to use "
                        + (allowed.isEmpty() ? "nothing of ours" : "only " + String.join(", ", allowed)))
                .allowEmptyShould(true);
    }

    private ArchRule noCycles(String slice) {
        return slices().matching(base + "." + slice)
                .should()
                .beFreeOfCycles()
                .because("packages that need each other cannot be understood or tested apart")
                .allowEmptyShould(true);
    }

    private ArchRule confined(LibraryHome library) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(within(library.homes()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.packages().toArray(String[]::new))
                .because(library.reason())
                .allowEmptyShould(true);
    }

    private ArchRule consoleOnlyInCli() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".cli..")
                .and()
                .doNotHaveFullyQualifiedName(base + ".Launcher")
                .should(ACCESS_STANDARD_STREAMS)
                .because("stdout belongs to the data that a command prints; everything else logs or returns its text")
                .allowEmptyShould(true);
    }

    private ArchRule connectionsOnlyInBridge() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".bridge..")
                .should()
                .dependOnClassesThat(Networking.classes())
                .because("the program talks to nobody, but to programs on the same machine when its user turns that on")
                .allowEmptyShould(true);
    }

    private ArchRule addressesOnlyInBridge() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".bridge..")
                .should()
                .accessTargetWhere(Networking.followsAddress())
                .because("an address that a file names is not asked for anything")
                .allowEmptyShould(true);
    }

    private ArchRule modelsWithoutToolkit() {
        DescribedPredicate<JavaClass> model = describe(
                "are a *Model or part of one",
                type -> outermost(type).getSimpleName().endsWith("Model"));
        return noClasses()
                .that()
                .resideInAPackage(base + ".ui..")
                .and(model)
                .should()
                .dependOnClassesThat(resideInAPackage("javafx..")
                        .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
                .because("a screen's behaviour is tested without starting a toolkit")
                .allowEmptyShould(true);
    }

    private ArchRule threadsOnlyInApp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(base + ".app..")
                .and()
                // it borrows for the milliseconds of a product what OpenBLAS would otherwise start itself (decision 5)
                .doNotHaveFullyQualifiedName(base + ".spectrum.dense.PartitionedProduct")
                .should()
                .accessTargetWhere(ThreadCreation.startsOne())
                .orShould()
                .beAssignableTo(Thread.class)
                .because("executors are injected, named, and shut down by their one owner")
                .allowEmptyShould(true);
    }

    private ArchRule staticFieldsAreFinal() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state that anyone can change cannot be tested, undone or run twice")
                .allowEmptyShould(true);
    }

    private ArchRule staticFieldsHoldNoState() {
        DescribedPredicate<JavaClass> changing = resideInAnyPackage(MUTABLE_HOLDERS)
                .or(describe("a mutable collection", ArchitectureRules::isMutableCollection));
        return noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(changing)
                .because("a final reference to something that changes is still a global variable")
                .allowEmptyShould(true);
    }

    private static boolean isMutableCollection(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return (collection && !type.isInterface()) || type.isAssignableTo(ThreadLocal.class);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
    }

    /** Classes of the project in other packages; a set of names, as patterns for each of so many rows take a minute. */
    private DescribedPredicate<JavaClass> outside(Set<String> packages) {
        return describe("are of the project and outside of " + packages, type -> {
            String name = type.getPackageName();
            return (name.equals(base) || name.startsWith(base + ".")) && !packages.contains(name);
        });
    }

    private Set<String> names(Collection<String> packages) {
        return packages.stream()
                .map(name -> name.equals(PackageTable.ROOT) ? base : base + "." + name)
                .collect(Collectors.toSet());
    }

    private String[] within(Collection<String> packages) {
        List<String> patterns = new ArrayList<>();
        packages.forEach(name -> patterns.add(base + "." + name + ".."));
        return patterns.toArray(String[]::new);
    }
}
