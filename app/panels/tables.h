// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include "core/record/time.h"
#include "core/record/trace.h"

class QLineEdit;

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
    enum Tab { JobTableTab, LoopTab, TasksTab, EventsTab, MeasuresTab, HandTab /**< only where something can be driven by hand */ };

    Tables(const Stage &stage, const Appearance &appearance, Session &session, HandPlay &hand, QWidget *parent = nullptr);

    [[nodiscard]] JobTablePanel &jobTable() { return *m_jobTable; }
    [[nodiscard]] bool handOffered() const;

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
    void bringPoint();

    JobTablePanel *m_jobTable;
    HandPanel *m_hand;
    QWidget *m_besideHand = nullptr; ///< the table that was shown before m_hand
    const Session &m_session;
    QString m_lesson; ///< on the stage
    int m_besideJobs = -1; ///< the tab that was shown before a lesson made of jobs
    QLineEdit *m_filter;
};

} // namespace coroscope
