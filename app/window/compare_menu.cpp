// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/compare_menu.h"

#include "app/session/session.h"
#include "app/window/guide.h"
#include "app/window/programs.h"

#include <QAction>
#include <QMenu>

namespace coroscope {

CompareMenu::CompareMenu(Session &session, Programs &programs, Guide &guide, QMenu *menu)
    : QObject(menu), m_session(session), m_programs(programs), m_guide(guide), m_menu(menu)
{
    connect(menu, &QMenu::aboutToShow, this, &CompareMenu::fill);
    fill();
}

void CompareMenu::fill()
{
    m_menu->clear();
    QStringList partners = m_session.partners();
    if (m_session.against() == Session::Against::Lessons) {
        for (const QString &partner : m_session.comparedWith()) {
            if (!partners.contains(partner))
                partners.append(partner);
        }
    }
    for (const QString &partner : partners)
        addPartner(partner);
    QAction *any = m_menu->addAction(tr("Another &lesson…"));
    connect(any, &QAction::triggered, this, &CompareMenu::chooseAny);
    m_menu->addSeparator();
    QAction *before = m_menu->addAction(tr("The run &before"));
    before->setCheckable(true);
    before->setChecked(m_session.against() == Session::Against::Before);
    before->setEnabled(m_session.hasBefore());
    connect(before, &QAction::triggered, this,
            [this](bool on) { on ? m_session.compareWithBefore() : m_session.setCompared(false); });
    addOtherForms();
    QAction *pinned = m_menu->addAction(tr("The &pinned run"));
    pinned->setCheckable(true);
    pinned->setChecked(m_session.pinned());
    connect(pinned, &QAction::triggered, this, [this](bool on) { on ? m_session.pin() : m_session.unpin(); });
    m_menu->addSeparator();
    QAction *nothing = m_menu->addAction(tr("&Nothing"));
    nothing->setEnabled(m_session.compared());
    connect(nothing, &QAction::triggered, this, [this] { m_session.setCompared(false); });
}

/// Of a program the one that blocks, of a lesson the one that Python runs.
void CompareMenu::addOtherForms()
{
    if (m_programs.session().active()) {
        QAction *blocking = m_menu->addAction(tr("The blocking &form"));
        blocking->setCheckable(true);
        blocking->setChecked(m_programs.session().blocksAll());
        connect(blocking, &QAction::triggered, &m_programs, &Programs::blockAll);
        return;
    }
    QAction *listing = m_menu->addAction(tr("The l&isting, run by Python"));
    listing->setCheckable(true);
    listing->setChecked(m_session.against() == Session::Against::Listing);
    listing->setEnabled(m_session.current() != nullptr);
    connect(listing, &QAction::triggered, this,
            [this](bool on) { on ? m_session.compareWithListing() : m_session.setCompared(false); });
}

void CompareMenu::addPartner(const QString &partner)
{
    QAction *action = m_menu->addAction(m_session.partnerTitle(partner));
    action->setCheckable(true);
    action->setChecked(m_session.against() == Session::Against::Lessons && m_session.comparedWith().contains(partner));
    connect(action, &QAction::triggered, this, [this, partner] { toggle(partner); });
}

void CompareMenu::toggle(const QString &partner)
{
    QStringList partners = m_session.against() == Session::Against::Lessons ? m_session.comparedWith() : QStringList();
    if (!partners.removeOne(partner))
        partners.append(partner);
    // Two at most stand beside the run: the one chosen first gives way.
    while (partners.size() + 1 > static_cast<qsizetype>(Session::kMostRuns))
        partners.removeFirst();
    m_session.compareWith(partners);
}

void CompareMenu::chooseAny()
{
    m_guide.chooseLesson(tr("Compare with which lesson?"), [this](const QString &id) {
        if (!m_session.comparedWith().contains(id) || m_session.against() != Session::Against::Lessons)
            toggle(id);
    });
}

} // namespace coroscope
