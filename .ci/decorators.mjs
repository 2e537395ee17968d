// Suites share the modules of a worker, and each begins with whatever it imports first: what decorators need is there before.
import 'reflect-metadata';
