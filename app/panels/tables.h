// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include "core/record/time.h"
#include "core/record/trace.h"

#include <optional>

class QLineEdit;
class QScrollArea;

namespace coroscope {

class Appearance;
class HandPanel;
class HandPlay;
class JobTablePanel;
class Session;
class Stage;

/// The run in focus in tables, a tab each; a field beside the tabs narrows those that have many rows.
class Tables : public QTabWidget {
    Q_OBJECT

public:
    enum Tab {
        JobTableTab,
        LoopTab,
        TasksTab,
        EventsTab,
        MeasuresTab,
        HandTab, ///< only where something can be driven by hand
        AboutTab,
        SourceTab,
        ConsoleTab,
        ParametersTab ///< on a small screen; they stand before the others
    };

    Tables(const Stage &stage, const Appearance &appearance, Session &session, HandPlay &hand,
           QWidget *parent = nullptr);

    [[nodiscard]] JobTablePanel &jobTable() { return *m_jobTable; }
    [[nodiscard]] bool handOffered() const;

    /// The tab that is shown, wherever it stands in the row; nothing happens where there is none of that kind.
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] bool offers(Tab tab) const;
    /// Panels that stand in the same row of tabs: what the lesson is about, the source, the console, the parameters;
    /// the last of them, or all, may be missing. They belong to nobody when they have left.
    void setGuests(const QList<QWidget *> &guests);
    /// The tabs and some lines: what is higher scrolls.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void instantChosen(coroscope::Instant at);
    void eventChosen(std::size_t run, coroscope::EventIndex event);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeFilter();
    void retranslate();

    void offerHand();
    void offerGuests();
    [[nodiscard]] QWidget *pageOf(Tab tab) const;
    void bringPoint();

    JobTablePanel *m_jobTable;
    HandPanel *m_hand;
    QWidget *m_besideHand = nullptr; ///< the table that was shown before m_hand
    const Session &m_session;
    QString m_lesson;                ///< on the stage
    std::optional<Tab> m_besideJobs; ///< the tab that was shown before a lesson made of jobs
    QLineEdit *m_filter;
    QList<QScrollArea *> m_pages;  ///< of the tabs up to HandTab
    QList<QScrollArea *> m_guests; ///< their pages
};

} // namespace coroscope
