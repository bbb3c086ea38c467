package io.penstock.vendor.crowdstrike.simulation.record;

import io.penstock.vendor.crowdstrike.simulation.tenant.Image.Family;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A product findings are about.
 *
 * @param system true when it is patched by the system's own updates
 */
record Product(String vendor, String name, String advisory, boolean system) {

    private static final Product CHROME =
            new Product("Google", "Chrome", "https://chromereleases.googleblog.com/", false);
    private static final Product JAVA =
            new Product("Oracle", "Java SE", "https://www.oracle.com/security-alerts/", false);
    private static final String MICROSOFT = "https://msrc.microsoft.com/update-guide/en-us/";
    private static final String RED_HAT = "https://access.redhat.com/security/cve/";
    private static final String DEBIAN = "https://security-tracker.debian.org/tracker/";

    private static final Map<Family, List<Product>> BY_FAMILY = byFamily();

    private static Map<Family, List<Product>> byFamily() {
        Map<Family, List<Product>> products = new EnumMap<>(Family.class);
        products.put(
                Family.WINDOWS_CLIENT,
                List.of(
                        new Product("Microsoft", "Windows", MICROSOFT, true),
                        new Product("Microsoft", "Edge", MICROSOFT, false),
                        new Product("Microsoft", "Office", MICROSOFT, false),
                        CHROME,
                        new Product(
                                "Adobe",
                                "Acrobat Reader",
                                "https://helpx.adobe.com/security/",
                                false),
                        JAVA));
        products.put(
                Family.WINDOWS_SERVER,
                List.of(
                        new Product("Microsoft", "Windows Server", MICROSOFT, true),
                        new Product("Microsoft", "SQL Server", MICROSOFT, false),
                        new Product("Microsoft", ".NET Framework", MICROSOFT, true),
                        JAVA));
        products.put(
                Family.MAC,
                List.of(
                        new Product("Apple", "macOS", "https://support.apple.com/en-us/", true),
                        CHROME));
        products.put(
                Family.DEBIAN,
                List.of(
                        new Product("Linux", "linux-image-generic", DEBIAN, true),
                        new Product("OpenSSL", "openssl", DEBIAN, false),
                        new Product("OpenBSD", "openssh", DEBIAN, false),
                        new Product("Apache", "http_server", DEBIAN, false)));
        products.put(
                Family.RED_HAT,
                List.of(
                        new Product("Linux", "kernel-core", RED_HAT, true),
                        new Product("OpenSSL", "openssl-libs", RED_HAT, false),
                        new Product("Python", "python3", RED_HAT, false)));
        return products;
    }

    static List<Product> of(Family family) {
        return BY_FAMILY.getOrDefault(family, List.of());
    }
}
