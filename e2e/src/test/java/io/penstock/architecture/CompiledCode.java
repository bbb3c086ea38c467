package io.penstock.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the modules' main code was compiled to; imported once, never changed. */
final class CompiledCode {

    private static final JavaClasses ALL = importAll();

    private CompiledCode() {}

    static JavaClasses all() {
        return ALL;
    }

    static List<JavaClass> of(Path module) {
        var classes = module.resolve("target/classes").toUri().toString();
        return ALL.stream().filter(type -> isBelow(type, classes)).toList();
    }

    private static boolean isBelow(JavaClass type, String folder) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .filter(uri -> uri.startsWith(folder))
                .isPresent();
    }

    private static JavaClasses importAll() {
        var folders =
                Checkout.modules().stream()
                        .map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .toList();
        return new ClassFileImporter().importPaths(folders);
    }
}
