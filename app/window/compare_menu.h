// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace coroscope {

class Guide;
class Programs;
class Session;

/// What a run can be compared with, as a menu: what goes with it, the run before, the pinned run, any lesson.
/// Made anew whenever it opens.
class CompareMenu : public QObject {
    Q_OBJECT

public:
    CompareMenu(Session &session, Programs &programs, Guide &guide, QMenu *menu);

private:
    void fill();
    void addOtherForms();
    void addPartner(const QString &partner);
    void toggle(const QString &partner);
    void chooseAny();

    Session &m_session;
    Programs &m_programs;
    Guide &m_guide;
    QMenu *m_menu;
};

} // namespace coroscope
