package io.penstock.wire;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the messages. Unknown members are ignored, so that either side may be newer. */
public final class WireJson {

    private static final int TEXT_MAX = 1_000_000;
    private static final int DEPTH_MAX = 32;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(TEXT_MAX)
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private WireJson() {}

    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /**
     * @throws FaultException MALFORMED when the bytes are not such a message
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new FaultException(
                    FaultKind.MALFORMED,
                    "MESSAGE_UNREADABLE",
                    "A "
                            + type.getSimpleName()
                            + " message of "
                            + json.length
                            + " bytes cannot be read: "
                            + e.getOriginalMessage(),
                    "Check that connector.api.url is the address of a Penstock platform.");
        }
    }
}
