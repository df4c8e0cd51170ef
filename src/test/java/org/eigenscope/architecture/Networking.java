package org.eigenscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** What of the JDK and of JavaFX opens a connection, or waits for one. */
final class Networking {
    /** Of java.net what only names things. */
    private static final Set<String> NAMES = Set.of(
            "java.net.MalformedURLException",
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URL",
            "java.net.URLDecoder",
            "java.net.URLEncoder");

    private static final Set<String> PACKAGES = Set.of(
            "java.net.http",
            "java.rmi",
            "javax.naming",
            "javax.net",
            "javax.net.ssl",
            "javax.management.remote",
            "com.sun.net.httpserver",
            "javafx.scene.media",
            "javafx.scene.web");

    private static final Set<String> FOLLOWING = Set.of("openConnection", "openStream", "getContent");

    private Networking() {}

    static DescribedPredicate<JavaClass> classes() {
        return describe("open connections", Networking::connects);
    }

    /** Calls that fetch what an address names. */
    static DescribedPredicate<JavaAccess<?>> followsAddress() {
        return describe(
                "fetches what an address names",
                access -> access.getTargetOwner().getName().equals("java.net.URL")
                        && FOLLOWING.contains(access.getName()));
    }

    private static boolean connects(JavaClass type) {
        String name = type.getName();
        return (type.getPackageName().equals("java.net") && !NAMES.contains(name))
                || PACKAGES.contains(type.getPackageName())
                || name.matches("java\\.nio\\.channels\\.\\w*(Socket|Datagram|Multicast|NetworkChannel)\\w*");
    }
}
