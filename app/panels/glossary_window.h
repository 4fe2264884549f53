// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTextBrowser;

namespace coroscope {

/// All words and what they mean, in a window beside; found by typing.
class GlossaryWindow : public QDialog {
    Q_OBJECT

public:
    explicit GlossaryWindow(QWidget *parent);

    /// Opens at the word; at the beginning when the key is empty.
    void open(const QString &key);
    using QDialog::open;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();

    QLineEdit *m_search;
    QTextBrowser *m_text;
};

} // namespace coroscope
