// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>
#include <vector>

namespace coroscope::test {

// The tree that assistive technology walks, for tests.

/// As when a screen reader runs. Before the first widget is made, or Qt keeps what it made for none.
void turnOn();

/// Everything that can be seen below a part, itself included, in the order of the tree. Of rows and columns without end
/// the first ones.
[[nodiscard]] std::vector<QAccessibleInterface *> seenBelow(QAccessibleInterface *root);
/// The first part of that role and, unless it is empty, of that name; null when there is none.
[[nodiscard]] QAccessibleInterface *partOf(QObject *root, QAccessible::Role role, const QString &name = {});

/// What is wrong with the tree, a line each: parts without a name or a role, keys in names, texts that are seen and not
/// said, values without a unit, children whose parent is another.
[[nodiscard]] QStringList faultsOf(QObject *root);

/// What assistive technology is told while it lives. One at a time.
class Told {
public:
    struct Event {
        QAccessible::Event kind;
        QObject *object;
        QString name; ///< of the part concerned, at that time
    };

    Told();
    ~Told();
    Told(const Told &) = delete;
    Told &operator=(const Told &) = delete;

    [[nodiscard]] const std::vector<Event> &events() const { return m_events; }
    /// What was read out: the names of parts that called for attention.
    [[nodiscard]] QStringList announced() const;
    [[nodiscard]] int count(QAccessible::Event kind, const QString &name) const;
    void clear() { m_events.clear(); }

private:
    std::vector<Event> m_events;
};

} // namespace coroscope::test
