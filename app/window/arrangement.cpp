// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/arrangement.h"

#include "app/controls/card.h"
#include "app/controls/splitter.h"

#include <QDataStream>
#include <QEvent>
#include <QFrame>
#include <QIODevice>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

constexpr int kGap = 10;
/// In a window that is less high, the tables would leave too little of the chart.
constexpr int kRoomForTables = 800;
constexpr quint32 kStateVersion = 1;

Splitter *makeSplitter(Qt::Orientation orientation, int handle)
{
    auto *splitter = new Splitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(handle);
    return splitter;
}

} // namespace

Arrangement::Arrangement(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_columns(makeSplitter(Qt::Horizontal, 2))
{
    m_columns->addWidget(parts.lessons);
    m_columns->addWidget(makeCentre());
    m_columns->addWidget(makeSide());
    m_columns->setStretchFactor(1, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(parts.transport);
    rows->addWidget(m_columns, 1);
    rows->addWidget(parts.messages);
    retranslate();
}

QWidget *Arrangement::makeCentre()
{
    m_centre = makeSplitter(Qt::Vertical, kGap);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parametersRoom = new QWidget; // hidden while the strip itself says whether there are any
    auto *room = new QVBoxLayout(m_parametersRoom);
    room->setContentsMargins(0, 0, 0, 0);
    room->addWidget(m_parts.parameters);
    column->addWidget(m_parametersRoom);
    column->addWidget(m_parts.chart, 1);
    column->addWidget(m_parts.overview);
    column->addWidget(m_parts.verdict);
    column->addWidget(m_parts.predict);
    column->addWidget(m_parts.explanation);
    m_centre->addWidget(upper);
    m_lower = new QWidget;
    auto *lower = new QVBoxLayout(m_lower);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->addWidget(inCard(m_parts.tables));
    m_centre->addWidget(m_lower);
    m_centre->setStretchFactor(0, 1);
    return inRoom(m_centre, {0, 2, 0, kGap});
}

QWidget *Arrangement::makeSide()
{
    m_side = makeSplitter(Qt::Vertical, kGap);
    auto *upper = new QWidget;
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_parts.introduction);
    column->addWidget(inCard(m_parts.source), 1);
    m_side->addWidget(m_upperSide = upper);
    m_side->addWidget(m_lowerSide = inCard(m_parts.console));
    m_side->setStretchFactor(0, 3);
    m_side->setStretchFactor(1, 2);
    return m_sideColumn = inRoom(m_side, {0, kGap, kGap, kGap});
}

void Arrangement::reset(QSize room)
{
    for (const Area area : {Area::Lessons, Area::Side})
        setShown(area, true);
    setShown(Area::Tables, room.height() >= kRoomForTables);
    const int left = std::min(m_parts.lessons->sizeHint().width(), room.width() / 4);
    const int right = std::clamp(room.width() * 26 / 100, 330, 620);
    m_columns->setSizes({left, room.width() - left - right, right});
    const int lower = std::clamp(room.height() * 22 / 100, 190, 300);
    m_centre->setSizes({room.height() - lower, lower});
    m_side->setSizes({room.height() * 74 / 100, room.height() * 26 / 100});
}

QWidget *Arrangement::widgetOf(Area area) const
{
    switch (area) {
    case Area::Lessons: return m_parts.lessons;
    case Area::Side: return m_sideColumn;
    case Area::Tables: break;
    }
    return m_lower;
}

void Arrangement::setShown(Area area, bool shown)
{
    m_shown[static_cast<int>(area)] = shown;
    if (!m_alone)
        widgetOf(area)->setVisible(shown);
    Q_EMIT shownChanged();
}

bool Arrangement::isShown(Area area) const
{
    return m_shown[static_cast<int>(area)];
}

void Arrangement::setAlone(bool alone)
{
    m_alone = alone;
    for (const Area area : {Area::Lessons, Area::Side, Area::Tables})
        widgetOf(area)->setVisible(!alone && isShown(area));
    m_parts.transport->setVisible(!alone);
    m_parts.overview->setVisible(!alone);
    std::ranges::fill(m_beside, false);
    for (QWidget *widget : {m_upperSide, m_lowerSide, m_parts.introduction})
        widget->show();
    m_parametersRoom->setVisible(!alone);
}

void Arrangement::setBeside(Extra extra, bool shown)
{
    if (!m_alone)
        return;
    m_beside[static_cast<int>(extra)] = shown;
    m_upperSide->setVisible(isBeside(Extra::Source));
    m_parts.introduction->hide();
    m_lowerSide->setVisible(isBeside(Extra::Console));
    m_sideColumn->setVisible(isBeside(Extra::Source) || isBeside(Extra::Console));
    m_lower->setVisible(isBeside(Extra::Tables));
}

void Arrangement::setMargin(int margin)
{
    for (QWidget *widget : {m_parts.parameters, m_parts.verdict, m_parts.predict, m_parts.explanation, m_lower})
        widget->setContentsMargins(margin, 0, margin, 0);
}

/// With larger type the lessons need more room; it is taken from the chart.
void Arrangement::fitLessons()
{
    QList<int> sizes = m_columns->sizes();
    const int missing = std::min(m_parts.lessons->sizeHint().width(), width() / 4) - sizes[0];
    if (missing <= 0 || m_parts.lessons->isHidden())
        return;
    sizes[0] += missing;
    sizes[1] -= missing;
    m_columns->setSizes(sizes);
}

void Arrangement::retranslate()
{
    m_columns->nameHandle(1, tr("Width of the lessons"));
    m_columns->nameHandle(2, tr("Width of the source and the console"));
    m_centre->nameHandle(1, tr("Height of the tables"));
    m_side->nameHandle(1, tr("Height of the console"));
    m_columns->setAccessibleName(tr("Lessons, chart and source"));
    m_centre->setAccessibleName(tr("Chart and tables"));
    m_side->setAccessibleName(tr("Source and console"));
}

void Arrangement::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &Arrangement::fitLessons, Qt::QueuedConnection); // when the parts have the type, too
}

QByteArray Arrangement::state() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << kStateVersion << m_columns->saveState() << m_centre->saveState() << m_side->saveState();
    for (const bool shown : m_shown)
        out << shown;
    return bytes;
}

bool Arrangement::restore(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray columns;
    QByteArray centre;
    QByteArray side;
    bool shown[3] = {};
    in >> version >> columns >> centre >> side >> shown[0] >> shown[1] >> shown[2];
    if (in.status() != QDataStream::Ok || version != kStateVersion)
        return false;
    m_columns->restoreState(columns);
    m_centre->restoreState(centre);
    m_side->restoreState(side);
    for (const Area area : {Area::Lessons, Area::Side, Area::Tables})
        setShown(area, shown[static_cast<int>(area)]);
    return true;
}

} // namespace coroscope
