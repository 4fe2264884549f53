// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/svg_element.h"

#include "app/timeline/hatch.h"
#include "app/timeline/png.h"
#include "app/timeline/svg_text.h"

#include <QImage>

#include <cmath>

namespace coroscope::timeline {

namespace {

using Tag = SvgElement::Tag;

class Elements {
public:
    void box(const Box &box)
    {
        const bool framed = box.frame != Box::Frame::None;
        if (framed && (box.openLeft || box.openRight))
            openBox(box);
        else
            rect(box, framed ? box.lineWidth / 2 : 0, framed);
    }

    /// Rectangles of one colour where there are few; else a picture one pixel high, which is a tenth of the text.
    void strip(const Strip &strip)
    {
        constexpr std::size_t kMostRuns = 150;
        const auto &columns = strip.columns;
        std::size_t runs = 0;
        for (std::size_t i = 0; i < columns.size(); ++i)
            runs += i == 0 || columns[i] != columns[i - 1];
        if (runs > kMostRuns) {
            image(strip);
            return;
        }
        for (std::size_t i = 0; i < columns.size();) {
            std::size_t end = i + 1;
            while (end < columns.size() && columns[end] == columns[i])
                ++end;
            Box box{.rect = {strip.rect.left() + static_cast<double>(i), strip.rect.top(), static_cast<double>(end - i),
                             strip.rect.height()},
                    .fill = QColor(columns[i])};
            rect(box, 0, false);
            i = end;
        }
    }

    void hatch(const Hatch &hatch)
    {
        SvgElement &element = begin(hatch.key, Tag::Hatch);
        element.fill = hatch.ink;
        attribute(element.geometry, " y=\"", hatch.rect.y());
        attribute(element.geometry, " height=\"", hatch.rect.height());
        element.along = {hatch.rect.x(), hatch.rect.width()};
        element.hatch = hatch;
    }

    /// Whole pixels of an odd width lie half a pixel beside their edge, as the window's painter fills them.
    void line(const Line &line)
    {
        const bool odd = std::fmod(line.width, 2) == 1;
        const double dx = odd && line.from.x() == line.to.x() ? 0.5 : 0;
        const double dy = odd && line.from.y() == line.to.y() ? 0.5 : 0;
        stroke(line.key, 0, line.from + QPointF(dx, dy), line.to + QPointF(dx, dy),
               {line.color, line.width, line.dotted ? "2 5" : nullptr});
    }

    void shape(const Shape &shape)
    {
        SvgElement &element = begin(shape.key, Tag::Path);
        element.fill = shape.fill;
        element.geometry += " d=\"";
        appendPolygon(element.geometry, shape.points);
        element.geometry += '"';
    }

    void text(const Text &text)
    {
        SvgElement &element = begin(text.key, Tag::Text);
        element.fill = text.color;
        attribute(element.look, " font-size=\"", text.pixelSize);
        if (text.bold)
            element.look += " font-weight=\"bold\"";
        if (text.anchor != Text::Anchor::Start)
            element.look += text.anchor == Text::Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        attribute(element.geometry, " y=\"", text.at.y());
        if (text.string.contains(QStringLiteral("  ")))
            element.geometry += " xml:space=\"preserve\"";
        element.along[0] = text.at.x();
        element.text = text.string;
    }

    static void appendPolygon(QByteArray &out, const QPolygonF &points)
    {
        for (qsizetype i = 0; i < points.size(); ++i) {
            out += i == 0 ? 'M' : 'L';
            appendNumber(out, points[i].x());
            out += ' ';
            appendNumber(out, points[i].y());
        }
        out += 'z';
    }

    [[nodiscard]] std::vector<SvgElement> take() { return std::move(m_elements); }

private:
    struct Pen {
        QColor color;
        double width;
        const char *dashes;
    };

    SvgElement &begin(const ItemKey &key, Tag tag, std::uint8_t piece = 0)
    {
        SvgElement &element = m_elements.emplace_back();
        element.id = {key, tag, piece};
        return element;
    }

    static void attribute(QByteArray &out, const char *start, double value) { appendAttribute(out, start, value); }

    static void draw(SvgElement &element, const Pen &pen)
    {
        element.stroke = pen.color;
        if (pen.width != 1)
            attribute(element.look, " stroke-width=\"", pen.width);
        if (pen.dashes)
            element.look += QByteArray(" stroke-dasharray=\"") + pen.dashes + '"';
    }

    static Pen penOf(const Box &box)
    {
        return {box.line, box.lineWidth, box.frame == Box::Frame::Dotted ? "3" : nullptr};
    }

    void rect(const Box &box, double inset, bool framed)
    {
        const QRectF r = box.rect.adjusted(inset, inset, -inset, -inset);
        SvgElement &element = begin(box.key, Tag::Rect);
        element.fill = box.fill;
        if (!box.fill.isValid())
            element.look += " fill=\"none\"";
        if (framed)
            draw(element, penOf(box));
        attribute(element.geometry, " y=\"", r.y());
        attribute(element.geometry, " height=\"", r.height());
        if (box.radius > 0)
            attribute(element.geometry, " rx=\"", box.radius);
        element.along = {r.x(), r.width()};
    }

    /// A bar that has only one end, or none, in view. Dashes begin on its left.
    void openBox(const Box &box)
    {
        Box ground = box;
        ground.radius = 0;
        if (box.fill.isValid())
            rect(ground, 0, false);
        const double half = box.lineWidth / 2;
        const QRectF edge = box.rect.adjusted(box.openLeft ? 0 : half, half, box.openRight ? 0 : -half, -half);
        // The corners are full where two edges meet.
        const double left = edge.left() - (box.openLeft ? 0 : half);
        const double right = edge.right() + (box.openRight ? 0 : half);
        const Pen pen = penOf(box);
        stroke(box.key, 1, {left, edge.top()}, {right, edge.top()}, pen);
        stroke(box.key, 2, {left, edge.bottom()}, {right, edge.bottom()}, pen);
        if (!box.openLeft)
            stroke(box.key, 3, edge.topLeft(), edge.bottomLeft(), pen);
        if (!box.openRight)
            stroke(box.key, 4, edge.topRight(), edge.bottomRight(), pen);
    }

    void stroke(const ItemKey &key, std::uint8_t piece, QPointF from, QPointF to, const Pen &pen)
    {
        SvgElement &element = begin(key, Tag::Line, piece);
        draw(element, pen);
        attribute(element.geometry, " y1=\"", from.y());
        attribute(element.geometry, " y2=\"", to.y());
        element.along = {from.x(), to.x()};
    }

    void image(const Strip &strip)
    {
        const auto width = static_cast<int>(strip.columns.size());
        const QImage line(reinterpret_cast<const uchar *>(strip.columns.data()), width, 1, width * 4,
                          QImage::Format_RGB32);
        SvgElement &element = begin({}, Tag::Image);
        attribute(element.geometry, " x=\"", strip.rect.left());
        attribute(element.geometry, " y=\"", strip.rect.top());
        attribute(element.geometry, " width=\"", strip.rect.width());
        attribute(element.geometry, " height=\"", strip.rect.height());
        element.geometry += " preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,"
                            + pngBytes(line).toBase64() + '"';
    }

    std::vector<SvgElement> m_elements;
};

} // namespace

std::array<const char *, 2> SvgElement::names() const
{
    switch (id.tag) {
    case Tag::Rect:
    case Tag::Hatch: return {"x", "width"};
    case Tag::Line: return {"x1", "x2"};
    case Tag::Text: return {"x", nullptr};
    case Tag::Path:
    case Tag::Image: break;
    }
    return {nullptr, nullptr};
}

const char *tagName(Tag tag)
{
    switch (tag) {
    case Tag::Rect: return "rect";
    case Tag::Line: return "line";
    case Tag::Text: return "text";
    case Tag::Image: return "image";
    case Tag::Path:
    case Tag::Hatch: break;
    }
    return "path";
}

std::vector<SvgElement> svgElements(const Layer &layer)
{
    Elements elements;
    for (const Strip &strip : layer.strips)
        elements.strip(strip);
    for (const Box &box : layer.boxes)
        elements.box(box);
    for (const Hatch &hatch : layer.hatches)
        elements.hatch(hatch);
    for (const Line &line : layer.lines)
        elements.line(line);
    for (const Shape &shape : layer.shapes)
        elements.shape(shape);
    for (const Text &text : layer.texts)
        elements.text(text);
    return elements.take();
}

QByteArray stripesPath(const Hatch &hatch)
{
    QByteArray path;
    for (const QPolygonF &stripe : stripesOf(hatch))
        Elements::appendPolygon(path, stripe);
    return path;
}

} // namespace coroscope::timeline
