// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/svg_writer.h"

#include "app/timeline/hatch.h"
#include "app/timeline/png.h"
#include "app/timeline/svg_text.h"
#include "app/timeline/theme.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <vector>

namespace coroscope::timeline {

namespace {

/// Appends elements to a document.
class Writer {
public:
    Writer(const Scene &scene, const QString &title, double millimetres)
    {
        const double factor = millimetres > 0 ? millimetres / scene.size.width() : 1;
        const char *unit = millimetres > 0 ? "mm" : "";
        m_out.reserve(1 << 16);
        m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        number(scene.size.width() * factor);
        m_out += unit;
        m_out += "\" height=\"";
        number(scene.size.height() * factor);
        m_out += unit;
        m_out += "\" viewBox=\"0 0 ";
        number(scene.size.width());
        m_out += ' ';
        number(scene.size.height());
        m_out += "\" font-family=\"" + fontFamily().toUtf8() + ", sans-serif\">\n";
        if (!title.isEmpty()) {
            m_out += "<title>";
            escaped(title);
            m_out += "</title>\n";
        }
    }

    QByteArray finish()
    {
        m_out += "</svg>\n";
        return std::move(m_out);
    }

    void background(const Scene &scene)
    {
        m_out += "<rect width=\"100%\" height=\"100%\"";
        paint(" fill=\"", scene.background);
        m_out += "/>\n";
    }

    void layer(const Layer &layer)
    {
        for (const Strip &strip : layer.strips)
            this->strip(strip);
        alike(layer.boxes, &Writer::box);
        for (const Hatch &hatch : layer.hatches)
            this->hatch(hatch);
        for (const Line &line : layer.lines)
            this->line(line);
        for (const Shape &shape : layer.shapes)
            this->shape(shape);
        alike(layer.texts, &Writer::text);
    }

private:
    /// Writes the items one behind the other. What several in a row have in common is said once, of
    /// a group: half the size where there are many.
    template <class Item>
    void alike(const std::vector<Item> &items, void (Writer::*geometry)(const Item &))
    {
        for (auto item = items.begin(); item != items.end();) {
            const auto end =
                std::find_if_not(item + 1, items.end(), [&](const Item &other) { return looksLike(*item, other); });
            m_grouped = end - item > 1;
            if (m_grouped) {
                m_out += "<g";
                look(*item);
                m_out += ">\n";
            }
            for (; item != end; ++item)
                (this->*geometry)(*item);
            if (m_grouped)
                m_out += "</g>\n";
        }
        m_grouped = false;
    }

    void number(double value) { appendNumber(m_out, value); }
    void attribute(const char *start, double value) { appendAttribute(m_out, start, value); }
    void paint(const char *start, const QColor &color) { appendAttribute(m_out, start, color); }
    void escaped(const QString &text) { appendEscaped(m_out, text); }

    void point(QPointF p)
    {
        number(p.x());
        m_out += ' ';
        number(p.y());
    }

    void rect(const QRectF &r)
    {
        attribute("<rect x=\"", r.x());
        attribute(" y=\"", r.y());
        attribute(" width=\"", r.width());
        attribute(" height=\"", r.height());
    }

    void fill(const QColor &color)
    {
        if (color.isValid())
            paint(" fill=\"", color);
        else
            m_out += " fill=\"none\"";
    }

    static bool framed(const Box &box) { return box.frame != Box::Frame::None; }
    static bool open(const Box &box) { return framed(box) && (box.openLeft || box.openRight); }

    static bool looksLike(const Box &a, const Box &b)
    {
        return !open(a) && !open(b) && a.fill == b.fill && a.frame == b.frame
               && (!framed(a) || (a.line == b.line && a.lineWidth == b.lineWidth));
    }

    void look(const Box &box)
    {
        fill(box.fill);
        if (framed(box) && !open(box))
            stroke(box);
    }

    void stroke(const Box &box)
    {
        paint(" stroke=\"", box.line);
        if (box.lineWidth != 1)
            attribute(" stroke-width=\"", box.lineWidth);
        if (box.frame == Box::Frame::Dotted)
            m_out += " stroke-dasharray=\"3\"";
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
            stripImage(strip);
            return;
        }
        for (std::size_t i = 0; i < columns.size();) {
            std::size_t end = i + 1;
            while (end < columns.size() && columns[end] == columns[i])
                ++end;
            rect({strip.rect.left() + static_cast<double>(i), strip.rect.top(), static_cast<double>(end - i),
                  strip.rect.height()});
            fill(QColor(columns[i]));
            m_out += "/>\n";
            i = end;
        }
    }

    void stripImage(const Strip &strip)
    {
        const auto width = static_cast<int>(strip.columns.size());
        const QImage line(reinterpret_cast<const uchar *>(strip.columns.data()), width, 1, width * 4,
                          QImage::Format_RGB32);
        m_out += "<image";
        attribute(" x=\"", strip.rect.left());
        attribute(" y=\"", strip.rect.top());
        attribute(" width=\"", strip.rect.width());
        attribute(" height=\"", strip.rect.height());
        m_out += " preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"data:image/png;base64,"
                 + pngBytes(line).toBase64() + "\"/>\n";
    }

    void box(const Box &box)
    {
        const double half = framed(box) && !open(box) ? box.lineWidth / 2 : 0;
        rect(box.rect.adjusted(half, half, -half, -half));
        if (box.radius > 0 && !open(box))
            attribute(" rx=\"", box.radius);
        if (!m_grouped)
            look(box);
        m_out += "/>\n";
        if (open(box))
            openFrame(box);
    }

    /// The edges of a bar that has only one end, or none, in view.
    void openFrame(const Box &box)
    {
        const double half = box.lineWidth / 2;
        const double left = box.rect.left() + (box.openLeft ? 0 : half);
        const double right = box.rect.right() - (box.openRight ? 0 : half);
        const double top = box.rect.top() + half;
        const double bottom = box.rect.bottom() - half;
        const double from = box.openLeft ? left : right; // an open end
        const double to = box.openLeft ? right : left;
        m_out += "<path d=\"M";
        point({from, top});
        command('H', to);
        if (box.openLeft && box.openRight) {
            m_out += 'M';
            point({from, bottom});
            command('H', to);
        } else {
            command('V', bottom);
            command('H', from);
        }
        m_out += "\" fill=\"none\"";
        stroke(box);
        m_out += "/>\n";
    }

    void command(char letter, double value)
    {
        m_out += letter;
        number(value);
    }

    void polygon(const QPolygonF &points)
    {
        for (qsizetype i = 0; i < points.size(); ++i) {
            m_out += i == 0 ? 'M' : 'L';
            point(points[i]);
        }
        m_out += 'z';
    }

    void hatch(const Hatch &hatch)
    {
        const auto stripes = stripesOf(hatch);
        if (stripes.empty())
            return;
        m_out += "<path d=\"";
        for (const QPolygonF &stripe : stripes)
            polygon(stripe);
        paint("\" fill=\"", hatch.ink);
        m_out += "/>\n";
    }

    void line(const Line &line)
    {
        // Whole pixels of an odd width lie half a pixel beside their edge, as the window's painter
        // fills them.
        const bool odd = std::fmod(line.width, 2) == 1;
        const double dx = odd && line.from.x() == line.to.x() ? 0.5 : 0;
        const double dy = odd && line.from.y() == line.to.y() ? 0.5 : 0;
        m_out += "<path d=\"M";
        point(line.from + QPointF(dx, dy));
        m_out += 'L';
        point(line.to + QPointF(dx, dy));
        paint("\" stroke=\"", line.color);
        if (line.width != 1)
            attribute(" stroke-width=\"", line.width);
        if (line.dotted)
            m_out += " stroke-dasharray=\"2 5\"";
        m_out += "/>\n";
    }

    void shape(const Shape &shape)
    {
        m_out += "<path d=\"";
        polygon(shape.points);
        paint("\" fill=\"", shape.fill);
        m_out += "/>\n";
    }

    static bool looksLike(const Text &a, const Text &b)
    {
        return a.pixelSize == b.pixelSize && a.bold == b.bold && a.anchor == b.anchor && a.color == b.color;
    }

    void look(const Text &text)
    {
        attribute(" font-size=\"", text.pixelSize);
        if (text.bold)
            m_out += " font-weight=\"bold\"";
        if (text.anchor != Text::Anchor::Start)
            m_out += text.anchor == Text::Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        paint(" fill=\"", text.color);
    }

    void text(const Text &text)
    {
        attribute("<text x=\"", text.at.x());
        attribute(" y=\"", text.at.y());
        if (!m_grouped)
            look(text);
        if (text.string.contains(QStringLiteral("  ")))
            m_out += " xml:space=\"preserve\"";
        m_out += '>';
        escaped(text.string);
        m_out += "</text>\n";
    }

    QByteArray m_out;
    bool m_grouped = false; ///< the group around the item says how it looks
};

} // namespace

QByteArray toSvg(const Scene &scene, const QString &title, double millimetres)
{
    Writer writer(scene, title, millimetres);
    writer.background(scene);
    for (const Layer &layer : scene.layers)
        writer.layer(layer);
    return writer.finish();
}

} // namespace coroscope::timeline
