// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/painter.h"

#include "app/timeline/hatch.h"
#include "app/timeline/typeface.h"
#include "core/record/memory.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <new>

namespace coroscope::timeline {

namespace {

// Why not simply a pen and a brush for everything: ten thousand rectangles take 0.75 ms when
// filled, 6 ms with a pen and 20 ms antialiased. Frames are therefore filled edge by edge, hatches
// are a tile, dots are a tile.

/// Replays one scene onto one device.
class Replay {
public:
    explicit Replay(QPainter &painter)
        : m_painter(painter), m_raster(painter.paintEngine()->type() == QPaintEngine::Raster),
          m_searched(painter.paintEngine()->type() == QPaintEngine::Pdf), m_scale(painter.device()->devicePixelRatioF())
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setRenderHint(QPainter::TextAntialiasing);
    }

    void layer(const Layer &layer)
    {
        for (const Strip &strip : layer.strips)
            this->strip(strip);
        for (const Box &box : layer.boxes)
            this->box(box);
        for (const Hatch &hatch : layer.hatches)
            this->hatch(hatch);
        for (const Line &line : layer.lines)
            this->line(line);
        shapes(layer.shapes);
        for (const Text &text : layer.texts)
            this->text(text);
    }

private:
    /// A texture of one line: filling copies it line by line, which is several times faster than scaling.
    void strip(const Strip &strip)
    {
        const auto *pixels = reinterpret_cast<const uchar *>(strip.columns.data());
        const auto width = static_cast<int>(strip.columns.size());
        const QImage line(pixels, width, 1, width * 4, QImage::Format_RGB32);
        if (!m_raster || m_scale != 1) {
            m_painter.drawImage(strip.rect, line);
            return;
        }
        m_painter.setBrushOrigin(strip.rect.topLeft());
        m_painter.fillRect(strip.rect.toRect(), QBrush(line));
        m_painter.setBrushOrigin(0, 0);
    }

    void box(const Box &box)
    {
        if (box.radius > 0 && box.fill.isValid() && !box.openLeft && !box.openRight
            && box.frame != Box::Frame::Dotted) {
            rounded(box);
            return;
        }
        if (m_raster && box.frame == Box::Frame::Solid && opaque(box.fill) && opaque(box.line)) {
            framed(box);
            return;
        }
        if (box.fill.isValid())
            m_painter.fillRect(box.rect, box.fill);
        if (box.frame == Box::Frame::Solid)
            edges(box, [&](const QRectF &edge) { m_painter.fillRect(edge, box.line); });
        else if (box.frame == Box::Frame::Dotted)
            edges(box, [&](const QRectF &edge) { dots(edge, box.line); });
    }

    static bool opaque(const QColor &color) { return color.isValid() && color.alpha() == 255; }

    /// Two fills instead of five.
    void framed(const Box &box)
    {
        const double w = box.lineWidth;
        m_painter.fillRect(box.rect, box.line);
        const QRectF inside = box.rect.adjusted(box.openLeft ? 0 : w, w, box.openRight ? 0 : -w, -w);
        if (!inside.isEmpty())
            m_painter.fillRect(inside, box.fill);
    }

    template <class Fill>
    static void edges(const Box &box, Fill fill)
    {
        const QRectF &r = box.rect;
        const double w = box.lineWidth;
        fill(QRectF(r.left(), r.top(), r.width(), w));
        fill(QRectF(r.left(), r.bottom() - w, r.width(), w));
        if (!box.openLeft)
            fill(QRectF(r.left(), r.top() + w, w, r.height() - 2 * w));
        if (!box.openRight)
            fill(QRectF(r.right() - w, r.top() + w, w, r.height() - 2 * w));
    }

    /// Frame and inside as two fills: stroking a rounded rectangle the size of a panel takes four
    /// times as long.
    void rounded(const Box &box)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        const double frame = box.frame == Box::Frame::Solid ? box.lineWidth : 0;
        if (frame > 0) {
            m_painter.setBrush(box.line);
            m_painter.drawRoundedRect(box.rect, box.radius + frame / 2, box.radius + frame / 2);
        }
        m_painter.setBrush(box.fill);
        const double inner = std::max(0.5, box.radius - frame / 2);
        m_painter.drawRoundedRect(box.rect.adjusted(frame, frame, -frame, -frame), inner, inner);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    /// 3 on, 3 off, along the longer side.
    void dots(const QRectF &edge, const QColor &color)
    {
        const bool flat = edge.width() >= edge.height();
        const double end = flat ? edge.right() : edge.bottom();
        if (m_raster) {
            m_painter.fillRect(edge, dotBrush(color, flat));
            return;
        }
        for (double at = std::floor((flat ? edge.left() : edge.top()) / 6) * 6; at < end; at += 6) {
            const QRectF dot =
                flat ? QRectF(at, edge.top(), 3, edge.height()) : QRectF(edge.left(), at, edge.width(), 3);
            m_painter.fillRect(dot.intersected(edge), color);
        }
    }

    void hatch(const Hatch &hatch)
    {
        if (m_raster) {
            m_painter.fillRect(hatch.rect, hatchBrush(hatch));
            return;
        }
        m_painter.setBrush(hatch.ink);
        for (const QPolygonF &stripe : stripesOf(hatch))
            m_painter.drawConvexPolygon(stripe);
    }

    void line(const Line &line)
    {
        const bool flat = line.from.y() == line.to.y();
        if (!flat && line.from.x() != line.to.x()) {
            slanted(line);
            return;
        }
        const double before = std::floor(line.width / 2);
        const QPointF corner = flat ? QPointF(0, before) : QPointF(before, 0);
        const QPointF extent = flat ? QPointF(0, line.width - before) : QPointF(line.width - before, 0);
        const QRectF whole(line.from - corner, line.to + extent);
        if (!line.dotted) {
            m_painter.fillRect(whole, line.color);
            return;
        }
        const QPointF step = flat ? QPointF(7, 0) : QPointF(0, 7);
        QRectF dot(whole.topLeft(), flat ? QSizeF(2, whole.height()) : QSizeF(whole.width(), 2));
        for (; dot.left() < whole.right() && dot.top() < whole.bottom(); dot.translate(step))
            m_painter.fillRect(dot.intersected(whole), line.color);
    }

    void slanted(const Line &line)
    {
        QPen pen(line.color, line.width, Qt::SolidLine, Qt::FlatCap);
        if (line.dotted)
            pen.setDashPattern({2 / line.width, 5 / line.width});
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(pen);
        m_painter.drawLine(line.from, line.to);
        m_painter.setPen(Qt::NoPen);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void shapes(const std::vector<Shape> &shapes)
    {
        if (shapes.empty())
            return;
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const Shape &shape : shapes) {
            m_painter.setBrush(shape.fill);
            m_painter.drawPolygon(shape.points);
        }
        m_painter.setRenderHint(QPainter::Antialiasing, false);
    }

    /// In a document one searches for "file", and would not find its ligature. Letters set apart, by less than can be
    /// seen, are not joined.
    static QFont unligated(QFont font)
    {
        constexpr double kApart = 1.0 / 64;
        font.setLetterSpacing(QFont::AbsoluteSpacing, kApart);
        return font;
    }

    void text(const Text &text)
    {
        m_painter.setFont(m_searched ? unligated(chartFont(text.pixelSize, text.bold))
                                     : chartFont(text.pixelSize, text.bold));
        m_painter.setPen(text.color);
        const QPointF start(text.bounds().left(), text.at.y());
        if (m_raster)
            m_painter.drawStaticText(start - QPointF(0, preparedAscent(text.pixelSize, text.bold)),
                                     preparedText(text.string, text.pixelSize, text.bold));
        else
            m_painter.drawText(start, text.string);
        m_painter.setPen(Qt::NoPen);
    }

    /// A tile of one period, in device pixels, so that stripes are as sharp at 2x as at 1x.
    const QBrush &hatchBrush(const Hatch &hatch)
    {
        const auto key = std::tuple(hatch.ink.rgba(), hatch.period, hatch.rising ? hatch.stripe : -hatch.stripe);
        const auto known = m_tiles.find(key);
        if (known != m_tiles.end())
            return known->second;
        const double side = std::round(hatch.period * m_scale);
        QImage tile(static_cast<int>(side), static_cast<int>(side), QImage::Format_ARGB32_Premultiplied);
        tile.fill(Qt::transparent);
        QPainter painter(&tile);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hatch.ink);
        painter.scale(side / hatch.period, side / hatch.period);
        Hatch whole = hatch;
        whole.rect = {-hatch.period, -hatch.period, 3 * hatch.period, 3 * hatch.period};
        for (const QPolygonF &stripe : stripesOf(whole))
            painter.drawConvexPolygon(stripe);
        painter.end();
        return m_tiles.emplace(key, brushOf(tile, hatch.period / side)).first->second;
    }

    const QBrush &dotBrush(const QColor &color, bool flat)
    {
        const auto key = std::tuple(color.rgba(), 6.0, flat ? 1e9 : -1e9);
        const auto known = m_tiles.find(key);
        if (known != m_tiles.end())
            return known->second;
        const int side = static_cast<int>(std::round(6 * m_scale));
        QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
        tile.fill(Qt::transparent);
        QPainter painter(&tile);
        painter.fillRect(flat ? QRect(0, 0, side / 2, side) : QRect(0, 0, side, side / 2), color);
        painter.end();
        return m_tiles.emplace(key, brushOf(tile, 6.0 / side)).first->second;
    }

    static QBrush brushOf(const QImage &tile, double scale)
    {
        QBrush brush(tile);
        brush.setTransform(QTransform::fromScale(scale, scale));
        return brush;
    }

    QPainter &m_painter;
    bool m_raster;
    bool m_searched;
    double m_scale;
    std::map<std::tuple<QRgb, double, double>, QBrush> m_tiles;
};

/// The pixels of an image that may be large: a fifth of the time of a long export went into touching
/// twenty megabytes for the first time, page by page.
class Pixels {
public:
    explicit Pixels(std::size_t size) : m_size(size), m_bytes(allocateLarge(size)) {}
    ~Pixels() { freeLarge(m_bytes, m_size); }
    Pixels(const Pixels &) = delete;
    Pixels &operator=(const Pixels &) = delete;

    [[nodiscard]] uchar *bytes() const { return reinterpret_cast<uchar *>(m_bytes); }

private:
    std::size_t m_size;
    std::byte *m_bytes;
};

/// Null when there is no memory for it, or nothing to see.
QImage imageOf(QSize size)
{
    constexpr int kPixel = sizeof(QRgb);
    if (size.isEmpty() || static_cast<double>(size.width()) * size.height() > kMostPixels)
        return {};
    const int line = size.width() * kPixel;
    try {
        auto pixels =
            std::make_unique<Pixels>(static_cast<std::size_t>(line) * static_cast<std::size_t>(size.height()));
        uchar *const bytes = pixels->bytes();
        return QImage(
            bytes, size.width(), size.height(), line, QImage::Format_RGB32,
            [](void *owned) { delete static_cast<Pixels *>(owned); }, pixels.release());
    } catch (const std::bad_alloc &) {
        return {};
    }
}

} // namespace

void paint(QPainter &painter, const Scene &scene)
{
    painter.fillRect(QRectF(QPointF(), scene.size).toAlignedRect(), scene.background);
    Replay replay(painter);
    for (const Layer &layer : scene.layers)
        replay.layer(layer);
}

QImage toImage(const Scene &scene, double scale)
{
    const QSize pixels(static_cast<int>(std::lround(scene.size.width() * scale)),
                       static_cast<int>(std::lround(scene.size.height() * scale)));
    QImage image = imageOf(pixels);
    if (image.isNull())
        return image;
    if (scale >= 1)
        image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    if (scale < 1) // no painter takes such a ratio
        painter.scale(scale, scale);
    paint(painter, scene);
    return image;
}

} // namespace coroscope::timeline
