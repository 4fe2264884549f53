// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controls/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace coroscope {

namespace {

// All paths lie in a square of 24 by 24.

void addBar(QPainterPath &path, double left)
{
    path.addRect(left, 5, 3, 14);
}

void addTriangle(QPainterPath &path, double base, double tip)
{
    path.addPolygon(QPolygonF({{base, 5}, {tip, 12}, {base, 19}}));
    path.closeSubpath();
}

/// Lines through the points, with round ends.
void addLine(QPainterPath &path, const QPolygonF &points, double width = 2)
{
    QPainterPath line;
    line.addPolygon(points);
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    path.addPath(stroker.createStroke(line));
}

void addFrame(QPainterPath &path, const QRectF &rect, double radius = 1.5)
{
    QPainterPath frame;
    frame.addRoundedRect(rect, radius, radius);
    QPainterPathStroker stroker;
    stroker.setWidth(2);
    path.addPath(stroker.createStroke(frame));
}

void addCircle(QPainterPath &path, QPointF centre, double radius, double from = 0, double span = 360)
{
    QPainterPath arc;
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    arc.arcMoveTo(box, from);
    arc.arcTo(box, from, span);
    QPainterPathStroker stroker;
    stroker.setWidth(2);
    stroker.setCapStyle(Qt::RoundCap);
    path.addPath(stroker.createStroke(arc));
}

QPainterPath playbackPath(Symbol symbol)
{
    QPainterPath path;
    switch (symbol) {
    case Symbol::ToStart:
        addBar(path, 4);
        addTriangle(path, 20, 8);
        break;
    case Symbol::StepBack:
        addTriangle(path, 14, 4);
        addBar(path, 17);
        break;
    case Symbol::Play: addTriangle(path, 6, 20); break;
    case Symbol::Pause:
        path.addRect(6, 5, 4, 14);
        path.addRect(14, 5, 4, 14);
        break;
    case Symbol::StepForward:
        addBar(path, 4);
        addTriangle(path, 10, 20);
        break;
    case Symbol::ToEnd:
        addTriangle(path, 4, 16);
        addBar(path, 17);
        break;
    case Symbol::ToSwitch:
        addTriangle(path, 2, 9);
        addTriangle(path, 9, 16);
        addBar(path, 18);
        break;
    case Symbol::Menu:
        for (const double y : {6.0, 12.0, 18.0})
            addLine(path, {{4, y}, {20, y}}, 2.6);
        break;
    case Symbol::More:
        for (const double x : {5.0, 12.0, 19.0})
            path.addEllipse(QPointF(x, 12), 2.2, 2.2);
        break;
    case Symbol::Closed:
        path.addPolygon(QPolygonF({{8, 3}, {18, 12}, {8, 21}}));
        path.closeSubpath();
        break;
    default:
        path.addPolygon(QPolygonF({{3, 8}, {21, 8}, {12, 18}}));
        path.closeSubpath();
        break;
    }
    return path;
}

void addZoom(QPainterPath &path, bool in)
{
    addCircle(path, {10, 10}, 6);
    addLine(path, {{14.6, 14.6}, {20, 20}}, 2.6);
    addLine(path, {{7.5, 10}, {12.5, 10}}, 1.6);
    if (in)
        addLine(path, {{10, 7.5}, {10, 12.5}}, 1.6);
}

QPainterPath viewPath(Symbol symbol)
{
    QPainterPath path;
    switch (symbol) {
    case Symbol::ZoomIn:
    case Symbol::ZoomOut: addZoom(path, symbol == Symbol::ZoomIn); break;
    case Symbol::Fit:
        addLine(path, {{4, 5}, {4, 19}});
        addLine(path, {{20, 5}, {20, 19}});
        addLine(path, {{8, 12}, {16, 12}});
        addLine(path, {{10, 9}, {7.5, 12}, {10, 15}});
        addLine(path, {{14, 9}, {16.5, 12}, {14, 15}});
        break;
    case Symbol::Layout:
        addFrame(path, {3.5, 4.5, 17, 15});
        addLine(path, {{9, 5}, {9, 19}});
        addLine(path, {{9, 13}, {20, 13}});
        break;
    case Symbol::Theme:
        addCircle(path, {12, 12}, 8);
        path.moveTo(12, 4);
        path.arcTo(4, 4, 16, 16, 90, 180);
        path.closeSubpath();
        break;
    case Symbol::Axis:
        addLine(path, {{4, 5}, {4, 19}, {20, 19}});
        addLine(path, {{9, 15}, {9, 19}}, 1.6);
        addLine(path, {{14, 15}, {14, 19}}, 1.6);
        break;
    case Symbol::Present:
        addFrame(path, {3, 4, 18, 12});
        addLine(path, {{12, 16}, {12, 20}});
        addLine(path, {{8, 20}, {16, 20}});
        break;
    default: // Globe
        addCircle(path, {12, 12}, 8.5);
        addLine(path, {{3.5, 12}, {20.5, 12}}, 1.6);
        addLine(path, {{12, 3.5}, {12, 20.5}}, 1.6);
        break;
    }
    return path;
}

QPainterPath commandPath(Symbol symbol)
{
    QPainterPath path;
    switch (symbol) {
    case Symbol::Folder: addLine(path, {{3, 19}, {3, 5}, {9, 5}, {11, 8}, {21, 8}, {21, 19}, {3, 19}}); break;
    case Symbol::Save:
        addLine(path, {{4, 16}, {4, 20}, {20, 20}, {20, 16}});
        addLine(path, {{12, 4}, {12, 15}});
        addLine(path, {{8, 11}, {12, 15}, {16, 11}});
        break;
    case Symbol::Copy:
        addFrame(path, {8, 8, 12, 12});
        addLine(path, {{4, 15}, {4, 4}, {15, 4}});
        break;
    case Symbol::Search:
        addCircle(path, {10, 10}, 6);
        addLine(path, {{14.6, 14.6}, {20, 20}}, 2.6);
        break;
    case Symbol::Close:
        addLine(path, {{6, 6}, {18, 18}});
        addLine(path, {{18, 6}, {6, 18}});
        break;
    case Symbol::Compare:
        path.addRect(3, 5, 11, 5);
        path.addRect(3, 14, 18, 5);
        break;
    case Symbol::Pin:
        addLine(path, {{9, 4}, {15, 4}, {15, 10}, {18, 14}, {6, 14}, {9, 10}, {9, 4}});
        addLine(path, {{12, 14}, {12, 21}});
        break;
    case Symbol::Reset:
        addCircle(path, {12, 12}, 7.5, 120, 300);
        addLine(path, {{4, 4}, {8.2, 5.5}, {7, 10}});
        break;
    case Symbol::Keys:
        addFrame(path, {2.5, 6, 19, 12});
        addLine(path, {{6, 10}, {18, 10}}, 1.6);
        addLine(path, {{8, 14}, {16, 14}}, 1.6);
        break;
    case Symbol::Book:
        addLine(path, {{12, 6}, {4, 4}, {4, 18}, {12, 20}, {20, 18}, {20, 4}, {12, 6}});
        addLine(path, {{12, 6}, {12, 20}}, 1.6);
        break;
    default: // Info
        addCircle(path, {12, 12}, 8.5);
        addLine(path, {{12, 11}, {12, 16.5}});
        addLine(path, {{12, 7.4}, {12, 7.6}}, 2.6);
        break;
    }
    return path;
}

QPainterPath pathOf(Symbol symbol)
{
    if (symbol <= Symbol::Open)
        return playbackPath(symbol);
    if (symbol >= Symbol::Axis && symbol <= Symbol::Globe)
        return viewPath(symbol);
    return commandPath(symbol);
}

class SymbolEngine final : public QIconEngine {
public:
    SymbolEngine(Symbol symbol, QColor color) : m_symbol(symbol), m_color(std::move(color)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 24.0, rect.height() / 24.0);
        painter->setOpacity(mode == QIcon::Disabled ? 0.4 : 1);
        QPainterPath path = pathOf(m_symbol);
        path.setFillRule(Qt::WindingFill);
        painter->fillPath(path, m_color);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_color); }

private:
    Symbol m_symbol;
    QColor m_color;
};

} // namespace

QIcon symbolIcon(Symbol symbol, const QColor &color)
{
    return QIcon(new SymbolEngine(symbol, color));
}

} // namespace coroscope
