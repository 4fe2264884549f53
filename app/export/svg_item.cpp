// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/svg_item.h"

#include "app/timeline/hatch.h"
#include "app/timeline/svg_text.h"

#include <cmath>

namespace coroscope::formats {

namespace {

using timeline::Box;

class Items {
public:
    void box(const Box &box)
    {
        const bool framed = box.frame != Box::Frame::None;
        const bool open = framed && (box.openLeft || box.openRight);
        if (!open)
            rect(box, framed ? box.lineWidth / 2 : 0, framed);
        else
            openBox(box);
    }

    void hatch(const timeline::Hatch &hatch)
    {
        for (const QPolygonF &stripe : timeline::stripesOf(hatch))
            polygon(stripe, hatch.ink);
    }

    void line(const timeline::Line &line)
    {
        const bool odd = std::fmod(line.width, 2) == 1; // as svgwriter.cpp has it
        const double dx = odd && line.from.x() == line.to.x() ? 0.5 : 0;
        const double dy = odd && line.from.y() == line.to.y() ? 0.5 : 0;
        stroke(line.from + QPointF(dx, dy), line.to + QPointF(dx, dy), line.color, line.width,
               line.dotted ? "2 5" : nullptr);
    }

    void polygon(const QPolygonF &points, const QColor &fill)
    {
        SvgItem &item = begin("path");
        item.start += " d=\"";
        for (qsizetype i = 0; i < points.size(); ++i) {
            item.start += i == 0 ? 'M' : 'L';
            timeline::appendNumber(item.start, points[i].x());
            item.start += ' ';
            timeline::appendNumber(item.start, points[i].y());
        }
        timeline::appendAttribute(item.start, "z\" fill=\"", fill);
    }

    void text(const timeline::Text &text)
    {
        using Anchor = timeline::Text::Anchor;
        SvgItem &item = begin("text");
        timeline::appendAttribute(item.start, " y=\"", text.at.y());
        timeline::appendAttribute(item.start, " font-size=\"", text.pixelSize);
        if (text.bold)
            item.start += " font-weight=\"bold\"";
        if (text.anchor != Anchor::Start)
            item.start += text.anchor == Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        timeline::appendAttribute(item.start, " fill=\"", text.color);
        item.start += " xml:space=\"preserve\"";
        item.variables = {{"x", text.at.x()}};
        timeline::appendEscaped(item.inside, text.string);
    }

    [[nodiscard]] std::vector<SvgItem> take() { return std::move(m_items); }

private:
    SvgItem &begin(const char *tag)
    {
        m_items.push_back({QByteArray("<") + tag, {}, tag, {}});
        return m_items.back();
    }

    void rect(const Box &box, double inset, bool framed)
    {
        const QRectF r = box.rect.adjusted(inset, inset, -inset, -inset);
        SvgItem &item = begin("rect");
        timeline::appendAttribute(item.start, " y=\"", r.y());
        timeline::appendAttribute(item.start, " height=\"", r.height());
        if (box.radius > 0)
            timeline::appendAttribute(item.start, " rx=\"", box.radius);
        if (box.fill.isValid())
            timeline::appendAttribute(item.start, " fill=\"", box.fill);
        else
            item.start += " fill=\"none\"";
        if (framed) {
            timeline::appendAttribute(item.start, " stroke=\"", box.line);
            timeline::appendAttribute(item.start, " stroke-width=\"", box.lineWidth);
            if (box.frame == Box::Frame::Dotted)
                item.start += " stroke-dasharray=\"3\"";
        }
        item.variables = {{"x", r.x()}, {"width", r.width()}};
    }

    void openBox(const Box &box)
    {
        Box inside = box;
        inside.radius = 0;
        if (box.fill.isValid())
            rect(inside, 0, false);
        const double half = box.lineWidth / 2;
        const QRectF edge = box.rect.adjusted(box.openLeft ? 0 : half, half, box.openRight ? 0 : -half, -half);
        const char *dashes = box.frame == Box::Frame::Dotted ? "3" : nullptr;
        stroke(edge.topLeft(), edge.topRight(), box.line, box.lineWidth, dashes);
        stroke(edge.bottomLeft(), edge.bottomRight(), box.line, box.lineWidth, dashes);
        if (!box.openLeft)
            stroke(edge.topLeft(), edge.bottomLeft(), box.line, box.lineWidth, dashes);
        if (!box.openRight)
            stroke(edge.topRight(), edge.bottomRight(), box.line, box.lineWidth, dashes);
    }

    void stroke(QPointF from, QPointF to, const QColor &color, double width, const char *dashes)
    {
        SvgItem &item = begin("line");
        timeline::appendAttribute(item.start, " y1=\"", from.y());
        timeline::appendAttribute(item.start, " y2=\"", to.y());
        timeline::appendAttribute(item.start, " stroke=\"", color);
        timeline::appendAttribute(item.start, " stroke-width=\"", width);
        if (dashes)
            item.start += QByteArray(" stroke-dasharray=\"") + dashes + '"';
        item.variables = {{"x1", from.x()}, {"x2", to.x()}};
    }

    std::vector<SvgItem> m_items;
};

} // namespace

std::vector<SvgItem> svgItems(const timeline::Layer &layer)
{
    Items items;
    for (const Box &box : layer.boxes)
        items.box(box);
    for (const timeline::Hatch &hatch : layer.hatches)
        items.hatch(hatch);
    for (const timeline::Line &line : layer.lines)
        items.line(line);
    for (const timeline::Shape &shape : layer.shapes)
        items.polygon(shape.points, shape.fill);
    for (const timeline::Text &text : layer.texts)
        items.text(text);
    return items.take();
}

} // namespace coroscope::formats
