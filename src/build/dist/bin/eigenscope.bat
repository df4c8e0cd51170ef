@echo off
rem Starts Eigenscope: the window without arguments, the command line with them.
rem   JAVA_HOME        the Java to use (17 or newer); otherwise the java on PATH
rem   EIGENSCOPE_OPTS  extra JVM options, separated by spaces, e.g. -Xmx12g
rem An exclamation mark in a file name is one, wherever this is called from.
setlocal EnableExtensions DisableDelayedExpansion
for %%i in ("%~dp0..") do set "APP_HOME=%%~fi"
rem the root of a drive ends with a backslash, which would take the quote after it
if "%APP_HOME:~-1%"=="\" set "APP_HOME=%APP_HOME:~0,-1%"
set "COMMAND=%~1"

if not defined JAVA_HOME goto search
rem some installers set it with quotes
set "JAVA_EXE=%JAVA_HOME:"=%\bin\java.exe"
if exist "%JAVA_EXE%" goto start
echo eigenscope: JAVA_HOME is %JAVA_HOME:"=%, which has no bin\java.exe; set it to a JDK 17 or newer, or unset it. 1>&2
exit /b 1

:search
set "JAVA_EXE="
for %%j in (java.exe) do set "JAVA_EXE=%%~$PATH:j"
if defined JAVA_EXE goto start
echo eigenscope: no java found; install Java 17 or newer, or set JAVA_HOME. 1>&2
exit /b 1

:start
rem The command line lives for a second: the serial collector starts fastest. The window keeps the JVM's choice.
set "COLLECTOR=-XX:+UseSerialGC"
if "%COMMAND%"=="" set "COLLECTOR="
if "%COMMAND%"=="open" set "COLLECTOR="

set "TUNING="
set "SHARING=-Xshare:auto"
set "ARCHIVE="
set "PART="
if not "%COMMAND%"=="figure" goto run

rem One figure is too short for the optimising compiler to pay; a bootstrap is not.
set "TUNING=-XX:TieredStopAtLevel=1"
:look
if "%~1"=="" goto share
set "ARGUMENT=%~1"
if "%ARGUMENT:~0,11%"=="--bootstrap" set "TUNING="
shift
goto look

rem Figures load thousands of classes. The first one leaves them in an archive that shortens the start of the next; it is
rem named after this Java and this jar, and the JVM goes without where it does not fit.
:share
if not defined LOCALAPPDATA goto run
if not exist "%LOCALAPPDATA%\eigenscope\" mkdir "%LOCALAPPDATA%\eigenscope" 2>nul
if not exist "%LOCALAPPDATA%\eigenscope\" goto run
for %%f in ("%JAVA_EXE%") do set "STAMP=%%~zf-%%~tf"
for %%f in ("%APP_HOME%\lib\eigenscope.jar") do set "STAMP=%STAMP%-%%~zf-%%~tf"
rem dates are written with other signs in other countries
set "STAMP=%STAMP: =%"
set "STAMP=%STAMP:/=%"
set "STAMP=%STAMP:.=%"
set "STAMP=%STAMP::=%"
set "ARCHIVE=%LOCALAPPDATA%\eigenscope\figure-%STAMP%.jsa"
set "SHARING=-XX:SharedArchiveFile=%ARCHIVE%"
if exist "%ARCHIVE%" goto run
set "PART=%ARCHIVE%.%RANDOM%"
rem without the classes of lambdas: Java 17 crashes as it writes two equal ones of one class
set "TUNING=%TUNING% -Djdk.internal.lambda.disableEagerInitialization=true"
set "SHARING=-XX:ArchiveClassesAtExit=%PART%"

:run
"%JAVA_EXE%" %COLLECTOR% %TUNING% "%SHARING%" -Xlog:disable -XX:MaxRAMPercentage=60 --enable-native-access=ALL-UNNAMED ^
  -Dsun.misc.unsafe.memory.access=allow ^
  "-Djava.util.logging.config.file=%APP_HOME%\conf\logging.properties" ^
  "-Deigenscope.home=%APP_HOME%/" ^
  %EIGENSCOPE_OPTS% -jar "%APP_HOME%\lib\eigenscope.jar" %*
set "CODE=%ERRORLEVEL%"
rem whole or not at all, and in place of those for other jars
if not defined PART exit /b %CODE%
del /q "%LOCALAPPDATA%\eigenscope\figure-*.jsa" 2>nul
move /y "%PART%" "%ARCHIVE%" >nul 2>nul
exit /b %CODE%
