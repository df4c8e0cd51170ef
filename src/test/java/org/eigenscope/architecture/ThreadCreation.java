package org.eigenscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.BaseStream;

/** The calls that start a thread, or borrow one from the pool that all of the JVM shares. */
final class ThreadCreation {
    private static final Set<String> FACTORIES = Set.of("commonPool", "parallelStream");
    private static final String FX_SERVICE = "javafx.concurrent.Service";

    private ThreadCreation() {}

    static DescribedPredicate<JavaAccess<?>> startsOne() {
        return describe(
                "starts a thread or borrows a shared one",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && starts(target));
    }

    private static boolean starts(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return owner.isAssignableTo(Executors.class)
                || FACTORIES.contains(name)
                || isAsyncWithoutExecutor(target)
                || (name.equals("parallel") && owner.isAssignableTo(BaseStream.class))
                || (name.startsWith("parallel") && owner.getName().equals("java.util.Arrays"))
                || (name.equals("<init>") && isThreaded(owner));
    }

    private static boolean isThreaded(JavaClass type) {
        return type.isAssignableTo(Thread.class)
                || type.isAssignableTo(Timer.class)
                || type.isAssignableTo(ForkJoinPool.class)
                || type.isAssignableTo(ThreadPoolExecutor.class)
                || type.isAssignableTo(FX_SERVICE);
    }

    private static boolean isAsyncWithoutExecutor(CodeUnitAccessTarget target) {
        return target.getOwner().isAssignableTo(CompletionStage.class)
                && target.getName().endsWith("Async")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isAssignableTo(Executor.class));
    }
}
