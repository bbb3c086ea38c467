package io.penstock.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** Makes a picture of a page a third as large: 256 colours are enough for it. */
final class Palette {

    private static final int COLOURS_MAX = 256;
    private static final int ALIKE = 90;
    private static final int OPAQUE = 0xff000000;

    private final int[] colours;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private Palette(int[] colours) {
        this.colours = colours;
    }

    /**
     * @param png with any number of colours
     * @return a PNG with at most 256
     */
    static byte[] reduce(byte[] png) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var palette = of(image);
        var model =
                new IndexColorModel(8, palette.colours.length, palette.colours, 0, false, -1, 0);
        var reduced =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model);
        var raster = reduced.getRaster();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                raster.setSample(x, y, 0, palette.index(image.getRGB(x, y)));
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(reduced, "png", out);
        return out.toByteArray();
    }

    private static Palette of(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) | OPAQUE, 1, Integer::sum);
            }
        }
        var frequent =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .toList();
        return new Palette(choose(frequent));
    }

    /** No two that look the same, so that the colour of a rare mark has its place, too. */
    private static int[] choose(List<Integer> frequent) {
        var chosen = new ArrayList<Integer>();
        for (var colour : frequent) {
            if (chosen.size() < COLOURS_MAX
                    && chosen.stream().noneMatch(one -> distance(one, colour) < ALIKE)) {
                chosen.add(colour);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private int index(int colour) {
        return nearest.computeIfAbsent(colour | OPAQUE, this::search);
    }

    private int search(int colour) {
        var best = 0;
        for (var i = 1; i < colours.length; i++) {
            if (distance(colours[i], colour) < distance(colours[best], colour)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        var sum = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            var difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
