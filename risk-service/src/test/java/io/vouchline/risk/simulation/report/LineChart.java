package io.vouchline.risk.simulation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A chart with lines, as SVG 1.1. */
final class LineChart {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 560;
    private static final int LEFT = 80;
    private static final int RIGHT = 720;
    private static final int TOP = 80;
    private static final int BOTTOM = 480;
    private static final int LEGEND = 750;
    private static final int LEGEND_STEP = 26;

    /** Okabe and Ito's colours, told apart by colour-blind people too; dashes beyond them. */
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

    private final String title;
    private final String subtitle;
    private final Axis x;
    private final Axis y;
    private final List<Series> all = new ArrayList<>();

    LineChart(String title, String subtitle, Axis x, Axis y) {
        this.title = title;
        this.subtitle = subtitle;
        this.x = x;
        this.y = y;
    }

    /** One more line, through these points. */
    void add(String name, List<Point> points, List<Point> marked) {
        all.add(new Series(name, points, marked));
    }

    /** The chart. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="13" role="img">
                <title>%s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """
                        .formatted(WIDTH, HEIGHT, WIDTH, HEIGHT, escaped(title)));
        text(svg, LEFT, 34, "start", "font-size=\"18\" font-weight=\"bold\"", title);
        text(svg, LEFT, 58, "start", "fill=\"#555555\"", subtitle);
        axes(svg);
        for (int i = 0; i < all.size(); i++) {
            draw(svg, all.get(i), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (Map.Entry<Double, String> tick : x.ticks().entrySet()) {
            double at = across(tick.getKey());
            line(svg, at, TOP, at, BOTTOM, "stroke=\"#e5e5e5\"");
            text(svg, at, BOTTOM + 20, "middle", "", tick.getValue());
        }
        for (Map.Entry<Double, String> tick : y.ticks().entrySet()) {
            double at = down(tick.getKey());
            line(svg, LEFT, at, RIGHT, at, "stroke=\"#e5e5e5\"");
            text(svg, LEFT - 10, at + 4, "end", "", tick.getValue());
        }
        line(svg, LEFT, BOTTOM, RIGHT, BOTTOM, "stroke=\"#333333\"");
        line(svg, LEFT, TOP, LEFT, BOTTOM, "stroke=\"#333333\"");
        text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 48, "middle", "", x.label());
        double middle = (TOP + BOTTOM) / 2.0;
        text(
                svg,
                22,
                middle,
                "middle",
                String.format(Locale.ROOT, "transform=\"rotate(-90 22 %.0f)\"", middle),
                y.label());
    }

    private void draw(StringBuilder svg, Series series, int index) {
        String colour = COLOURS.get(index % COLOURS.size());
        String dashes = index < COLOURS.size() ? "" : " stroke-dasharray=\"6 4\"";
        String stroke = "stroke=\"%s\" stroke-width=\"2\"%s".formatted(colour, dashes);
        svg.append("<polyline fill=\"none\" ").append(stroke).append(" points=\"");
        for (Point point : series.points()) {
            svg.append(
                    String.format(Locale.ROOT, "%.1f,%.1f ", across(point.x()), down(point.y())));
        }
        svg.append("\"/>\n");
        for (Point point : series.marked()) {
            svg.append(
                    String.format(
                            Locale.ROOT,
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"%s\" stroke=\"#ffffff\"/>\n",
                            across(point.x()),
                            down(point.y()),
                            colour));
        }
        double at = TOP + 10.0 + (double) index * LEGEND_STEP;
        line(svg, LEGEND, at, LEGEND + 28, at, stroke);
        text(svg, LEGEND + 36, at + 4, "start", "", series.name());
    }

    private double across(double value) {
        return LEFT + x.position(value) * (RIGHT - LEFT);
    }

    private double down(double value) {
        return BOTTOM - y.position(value) * (BOTTOM - TOP);
    }

    private static void line(
            StringBuilder svg, double x1, double y1, double x2, double y2, String style) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>\n",
                        x1,
                        y1,
                        x2,
                        y2,
                        style));
    }

    private static void text(
            StringBuilder svg, double x, double y, String anchor, String style, String words) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>\n",
                        x,
                        y,
                        anchor,
                        style,
                        escaped(words)));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A point, in the units of the axes. */
    record Point(double x, double y) {}

    private record Series(String name, List<Point> points, List<Point> marked) {}
}
