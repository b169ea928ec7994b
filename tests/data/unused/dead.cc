// What scripts/check.d/unused must find. Compiled by nobody.
int somebody_calls() { return 1; }
int nobody_calls() { return 2; }
int main() { return somebody_calls(); }
