// For the suites of project `pool`: the server has two connections to its database.
process.env.PLANWRIGHT_TEST_POOL = '2';
