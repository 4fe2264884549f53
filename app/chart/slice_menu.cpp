// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart/slice_menu.h"

#include "app/chart/slice_chart.h"
#include "app/controls/plain_text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace coroscope {

namespace {

class SliceMenu {
    Q_DECLARE_TR_FUNCTIONS(coroscope::SliceMenu)

public:
    explicit SliceMenu(SliceChart &chart) : m_chart(chart), m_slices(*chart.slices()) {}

    void fill(QMenu &menu, const std::optional<timeline::SliceHit> &hit)
    {
        if (hit && hit->span)
            addSpan(menu, *hit);
        if (hit)
            addLane(menu, *hit);
        addAll(menu);
    }

private:
    static QString shown(const QString &text)
    {
        constexpr int kLongest = 60;
        return plainEntry(text.size() > kLongest ? text.left(kLongest) + QChar(0x2026) : text);
    }

    void addSpan(QMenu &menu, const timeline::SliceHit &hit)
    {
        const SliceRow &row = m_slices.lanes()[hit.lane].rows[hit.span->row];
        const QString name = QString::fromStdString(m_slices.name(row.name(hit.span->index)));
        menu.addSection(shown(name.simplified()));
        menu.addAction(tr("Zoom to the span"), &m_chart, &SliceChart::zoomToSelected)->setShortcut(Qt::Key_Return);
        menu.addAction(tr("Details"), &m_chart, &SliceChart::detailsRequested)->setShortcut(Qt::Key_D);
        menu.addAction(tr("Next of the same name"), &m_chart,
                       [this, name] { Q_EMIT m_chart.findRequested(name, true); });
        menu.addAction(tr("Previous of the same name"), &m_chart,
                       [this, name] { Q_EMIT m_chart.findRequested(name, false); });
        menu.addAction(tr("Copy the name"), &m_chart, [name] { QGuiApplication::clipboard()->setText(name); });
        const QString facts = timeline::describe(m_slices, hit);
        menu.addAction(tr("Copy name and times"), &m_chart, [facts] { QGuiApplication::clipboard()->setText(facts); });
    }

    void addLane(QMenu &menu, const timeline::SliceHit &hit)
    {
        const auto lane = static_cast<std::uint32_t>(hit.lane);
        const SliceLane &of = m_slices.lanes()[lane];
        const timeline::SliceLanes &lanes = m_chart.lanes();
        menu.addSection(shown(timeline::laneText(of)));
        menu.addAction(lanes.isPinned(lane) ? tr("Take it from the top") : tr("Keep this lane on top"), &m_chart,
                       [this, lane] { m_chart.togglePinned(lane); })
            ->setShortcut(Qt::Key_P);
        QAction *fold = menu.addAction(lanes.folded.contains(lane) ? tr("Unfold the lane") : tr("Fold the lane"),
                                       &m_chart, [this, lane] { m_chart.toggleLane(lane); });
        fold->setShortcut(Qt::Key_C);
        fold->setEnabled(timeline::rowsOf(of) > 1);
        const bool folded = lanes.foldedProcesses.contains(timeline::processOf(m_slices, lane));
        menu.addAction(folded ? tr("Unfold the process") : tr("Fold the process"), &m_chart,
                       [this, lane] { m_chart.toggleProcess(lane); })
            ->setShortcut(Qt::SHIFT | Qt::Key_C);
    }

    void addAll(QMenu &menu)
    {
        menu.addSeparator();
        menu.addAction(tr("Fold all processes"), &m_chart, [this] {
            timeline::SliceLanes lanes = m_chart.lanes();
            for (std::uint32_t lane = 0; lane < m_slices.lanes().size(); ++lane)
                lanes.foldedProcesses.insert(timeline::processOf(m_slices, lane));
            m_chart.setLanes(std::move(lanes));
        });
        menu.addAction(tr("All lanes as in the beginning"), &m_chart, [this] { m_chart.setLanes({}); })
            ->setEnabled(!(m_chart.lanes() == timeline::SliceLanes()));
        menu.addAction(tr("Show everything"), &m_chart, &SliceChart::fit)->setShortcut(Qt::Key_F);
    }

    SliceChart &m_chart;
    const Slices &m_slices;
};

} // namespace

void showSliceMenu(SliceChart &chart, const std::optional<timeline::SliceHit> &hit, QPoint global)
{
    QMenu menu(&chart);
    SliceMenu filler(chart);
    filler.fill(menu, hit);
    menu.exec(global);
}

} // namespace coroscope
