// Written from the definitions by `npm run generate`. Do not edit.

