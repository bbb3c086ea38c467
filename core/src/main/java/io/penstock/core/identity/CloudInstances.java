package io.penstock.core.identity;

import static io.penstock.core.identity.HostAttribute.CLOUD_PROVIDER;
import static io.penstock.core.identity.HostAttribute.INSTANCE_ID;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cloud instances: {@code i-0ABC} of {@code AWS_EC2_V2} is {@code aws:i-0abc}. */
final class CloudInstances {

    /** Words that a provider's names have in them. */
    private static final Map<String, String> PROVIDERS = new LinkedHashMap<>();

    /** Forms of ids that only one provider uses. */
    private static final Map<Pattern, String> FORMS =
            Map.of(
                    Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})"), "aws",
                    Pattern.compile("[0-9]{16,20}"), "gcp",
                    Pattern.compile("ocid1\\.instance\\..+"), "oci");

    static {
        PROVIDERS.put("aws", "aws");
        PROVIDERS.put("amazon", "aws");
        PROVIDERS.put("ec2", "aws");
        PROVIDERS.put("azure", "azure");
        PROVIDERS.put("microsoft", "azure");
        PROVIDERS.put("gcp", "gcp");
        PROVIDERS.put("google", "gcp");
        PROVIDERS.put("gce", "gcp");
        PROVIDERS.put("oracle", "oci");
        PROVIDERS.put("oci", "oci");
        PROVIDERS.put("alibaba", "alibaba");
        PROVIDERS.put("ibm", "ibm");
    }

    private CloudInstances() {}

    static void read(Collected collected) {
        var named =
                collected.raw(CLOUD_PROVIDER).stream()
                        .filter(name -> !Placeholders.isOne(name))
                        .sorted()
                        .findFirst();
        for (var raw : collected.raw(INSTANCE_ID)) {
            var id = raw.toLowerCase(Locale.ROOT);
            if (Placeholders.isOne(id)) {
                collected.ignore(Identifier.INSTANCE, raw, Placeholders.REASON);
                continue;
            }
            named.map(CloudInstances::provider)
                    .or(() -> byForm(id))
                    .ifPresentOrElse(
                            p -> collected.keep(Identifier.INSTANCE, p + ":" + id),
                            () ->
                                    collected.ignore(
                                            Identifier.INSTANCE,
                                            raw,
                                            "its cloud provider is missing"));
        }
    }

    private static String provider(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return PROVIDERS.entrySet().stream()
                .filter(e -> lower.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(lower);
    }

    private static Optional<String> byForm(String id) {
        return FORMS.entrySet().stream()
                .filter(e -> e.getKey().matcher(id).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
