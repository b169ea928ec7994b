#pragma once

namespace kiosque::cli {

/// Makes what was thrown where nobody can catch it end the program with its message and exit
/// status. Xapian writes in destructors: a disk that is full just then cannot be told by an
/// exception. Nothing is lost but the batch, as if the program had been killed.
void tell_what_nobody_caught();

}  // namespace kiosque::cli
