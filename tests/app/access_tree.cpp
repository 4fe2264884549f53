// SPDX-License-Identifier: GPL-3.0-or-later
#include "access_tree.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>

// Only a plugin of the desktop's turns accessibility on, with what Qt keeps in private headers, and that of tests never
// does. (QAccessible::setActive() tells observers, and no more.) These are the two functions it takes; neither plugin
// nor this program overrides them.
class QPlatformAccessibility {
public:
    void setActive(bool active);
};
class QPlatformIntegration {
public:
    [[nodiscard]] QPlatformAccessibility *accessibility() const;
};

namespace coroscope::test {

namespace {

constexpr int kMostChildren = 400;

std::vector<Told::Event> *heard = nullptr;

/// What somebody has to know the name of.
bool needsName(const QAccessibleInterface &part)
{
    switch (part.role()) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::PageTab:
    case QAccessible::PageTabList:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Tree:
    case QAccessible::TreeItem:
    case QAccessible::Table:
    case QAccessible::RowHeader:
    case QAccessible::ColumnHeader:
    case QAccessible::Link:
    case QAccessible::Splitter:
    case QAccessible::Chart:
    case QAccessible::Graphic:
    case QAccessible::Dialog:
    case QAccessible::ProgressBar:
    case QAccessible::StaticText:
    case QAccessible::Notification:
    case QAccessible::AlertMessage:
    case QAccessible::MenuItem: return true;
    default: return false;
    }
}

QString plainText(const QLabel &label)
{
    if (!Qt::mightBeRichText(label.text()))
        return label.text().remove(QLatin1Char('&'));
    QTextDocument document;
    document.setHtml(label.text());
    return document.toPlainText();
}

QString called(QAccessibleInterface *part)
{
    const QObject *object = part->object();
    return QStringLiteral("%1 '%2' of role %3")
        .arg(object ? QString::fromLatin1(object->metaObject()->className()) : QStringLiteral("part"),
             part->text(QAccessible::Name))
        .arg(part->role());
}

void checkPart(QAccessibleInterface *part, QStringList &faults)
{
    const QString name = part->text(QAccessible::Name);
    const auto fault = [&](const char *what) {
        faults << QStringLiteral("%1: %2").arg(called(part), QLatin1StringView(what));
    };
    if (part->role() == QAccessible::NoRole || part->role() == QAccessible::Client || part->role() == QAccessible::Grip)
        fault("says not what it is");
    const auto *label = qobject_cast<const QLabel *>(part->object());
    if (needsName(*part) && name.trimmed().isEmpty() && !(label && label->text().isEmpty()))
        fault("has no name");
    static const QRegularExpression keys(QStringLiteral("\\((Ctrl|Shift|Alt|F\\d|Home|End|Space|Esc|[A-Z]\\))"));
    if (name.contains(keys))
        fault("has its keys in its name");
    if (label && label->accessibleName().isEmpty() && !plainText(*label).isEmpty() && name != plainText(*label))
        fault("is seen and not said");
    if (QAccessibleValueInterface *value = part->valueInterface();
        value && part->role() == QAccessible::Slider && part->text(QAccessible::Value).isEmpty())
        fault("has a value without a unit");
    const auto *widget = qobject_cast<const QWidget *>(part->object());
    if (widget && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && needsName(*part)
        && !part->state().focusable)
        fault("takes the focus and does not say so");
}

} // namespace

void turnOn()
{
    QAccessible::setActive(true);
    const QPlatformIntegration integration;
    integration.accessibility()->setActive(true);
}

std::vector<QAccessibleInterface *> seenBelow(QAccessibleInterface *root)
{
    std::vector<QAccessibleInterface *> seen;
    if (!root || !root->isValid() || root->state().invisible)
        return seen;
    seen.push_back(root);
    for (int i = 0; i < std::min(root->childCount(), kMostChildren); ++i) {
        const auto below = seenBelow(root->child(i));
        seen.insert(seen.end(), below.begin(), below.end());
    }
    return seen;
}

QAccessibleInterface *partOf(QObject *root, QAccessible::Role role, const QString &name)
{
    const auto seen = seenBelow(QAccessible::queryAccessibleInterface(root));
    const auto found = std::ranges::find_if(seen, [&](QAccessibleInterface *part) {
        return part->role() == role && (name.isEmpty() || part->text(QAccessible::Name) == name);
    });
    return found == seen.end() ? nullptr : *found;
}

QStringList faultsOf(QObject *root)
{
    QStringList faults;
    for (QAccessibleInterface *part : seenBelow(QAccessible::queryAccessibleInterface(root))) {
        checkPart(part, faults);
        for (int i = 0; i < std::min(part->childCount(), kMostChildren); ++i) {
            QAccessibleInterface *child = part->child(i);
            if (!child || (child->parent() != part && !qobject_cast<QWidget *>(child->object()))
                || part->indexOfChild(child) != i)
                faults << QStringLiteral("%1: child %2 is not its own").arg(called(part)).arg(i);
        }
    }
    faults.removeDuplicates();
    return faults;
}

Told::Told()
{
    heard = &m_events;
    QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        QAccessibleInterface *part = event->object() || event->uniqueId() ? event->accessibleInterface() : nullptr;
        heard->push_back({event->type(), event->object(), part ? part->text(QAccessible::Name) : QString()});
    });
}

Told::~Told()
{
    QAccessible::installUpdateHandler(nullptr);
    heard = nullptr;
}

QStringList Told::announced() const
{
    QStringList names;
    for (const Event &event : m_events) {
        if (event.kind == QAccessible::ObjectShow
            && QAccessible::queryAccessibleInterface(event.object)->role() == QAccessible::Notification)
            names << event.name;
    }
    return names;
}

int Told::count(QAccessible::Event kind, const QString &name) const
{
    return static_cast<int>(
        std::ranges::count_if(m_events, [&](const Event &event) { return event.kind == kind && event.name == name; }));
}

} // namespace coroscope::test
